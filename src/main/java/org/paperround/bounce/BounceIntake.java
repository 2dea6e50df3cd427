package org.paperround.bounce;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;
import org.paperround.base.EmailAddress;
import org.paperround.bounce.BounceMetrics.Ignored;
import org.paperround.bounce.Receipt.Outcome;
import org.paperround.bounce.Report.DeliveryReport;
import org.paperround.bounce.Report.FeedbackReport;
import org.paperround.bounce.Report.NoReport;
import org.paperround.delivery.LedgerEntry;

/**
 * Takes what came back. When it answers, what there was to write down is committed; the same again,
 * at once or later, changes nothing.
 */
@ApplicationScoped
public class BounceIntake {

  private static final Logger LOG = Logger.getLogger(BounceIntake.class);

  private final ProvenMail proven;
  private final BounceEvents events;
  private final BounceMetrics metrics;

  BounceIntake(ProvenMail proven, BounceEvents events, BounceMetrics metrics) {
    this.proven = proven;
    this.events = events;
    this.metrics = metrics;
  }

  /**
   * Takes a raw message.
   *
   * @param deliveredTo the envelope recipients it was delivered to, as far as they are known
   */
  // Two that write the same at the same instant: the later one finds it written.
  @Retry(
      maxRetries = 5,
      delay = 50,
      jitter = 50,
      retryOn = {PersistenceException.class, QuarkusTransactionException.class})
  public Receipt take(byte[] message, List<String> deliveredTo, BounceSource source) {
    return record(ReportReader.read(message), new Traces(deliveredTo, List.of()), source);
  }

  /** Takes a report that was read already. */
  @Retry(
      maxRetries = 5,
      delay = 50,
      jitter = 50,
      retryOn = {PersistenceException.class, QuarkusTransactionException.class})
  public Receipt take(Report report, BounceSource source) {
    return record(report, new Traces(List.of(), List.of()), source);
  }

  private Receipt record(Report report, Traces first, BounceSource source) {
    return report.fold(
        new Report.Cases<>(
            delivery -> record(incidents(delivery), first.and(delivery.traces()), source),
            feedback -> record(feedback, first.and(feedback.traces()), source),
            automatic -> ignore(Ignored.AUTOMATIC_REPLY, "An automatic reply."),
            this::unreadable));
  }

  private Receipt record(FeedbackReport feedback, Traces traces, BounceSource source) {
    if (!feedback.isComplaint()) {
      return ignore(Ignored.NO_COMPLAINT, "Feedback that is no complaint.");
    }
    Incident incident =
        new Incident(BounceKind.COMPLAINT, feedback.feedbackType(), feedback.detail());
    return record(List.of(incident), traces, source);
  }

  private Receipt record(List<Incident> incidents, Traces traces, BounceSource source) {
    if (incidents.isEmpty()) {
      return ignore(Ignored.NOT_FAILED, "No recipient's mail failed.");
    }
    List<Incident> news = new ArrayList<>();
    boolean known =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Optional<LedgerEntry> mail = proven.of(traces);
                  mail.ifPresent(
                      of ->
                          incidents.stream()
                              .filter(i -> events.record(of.id(), to(of), i, source))
                              .forEach(news::add));
                  return mail.isPresent();
                });
    if (!known) {
      return ignore(Ignored.UNPROVEN, "Nothing in it proves a mail of ours.");
    }
    news.forEach(incident -> tell(incident, source));
    List<BounceKind> kinds = incidents.stream().map(Incident::kind).toList();
    if (news.isEmpty()) {
      metrics.ignored(Ignored.REPEATED);
      return new Receipt(Outcome.REPEATED, kinds, "It was recorded before.");
    }
    return new Receipt(Outcome.RECORDED, kinds, "");
  }

  private void tell(Incident incident, BounceSource source) {
    metrics.recorded(incident.kind());
    if (incident.kind() == BounceKind.POLICY) {
      LOG.warnf(
          "A mail came back for what we are or send, not for its address (%s, by %s): %s",
          incident.status(), source, Words.withoutAddresses(incident.detail(), null));
    }
  }

  /** One of each kind: a mail of ours has one address, however many it was passed on to. */
  private static List<Incident> incidents(DeliveryReport report) {
    Map<BounceKind, Incident> incidents = new EnumMap<>(BounceKind.class);
    for (Verdict verdict : report.verdicts()) {
      verdict
          .kind()
          .ifPresent(
              kind ->
                  incidents.putIfAbsent(
                      kind, new Incident(kind, verdict.status().toString(), verdict.diagnostic())));
    }
    return List.copyOf(incidents.values());
  }

  private static @org.jspecify.annotations.Nullable EmailAddress to(LedgerEntry mail) {
    return mail.to() == null ? null : EmailAddress.parse(mail.to());
  }

  private Receipt unreadable(NoReport report) {
    metrics.ignored(Ignored.UNREADABLE);
    return Receipt.of(Outcome.UNREADABLE, report.why() + ".");
  }

  private Receipt ignore(Ignored reason, String sentence) {
    metrics.ignored(reason);
    return Receipt.of(Outcome.IGNORED, sentence);
  }
}
