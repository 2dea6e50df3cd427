package org.paperround.delivery;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.paperround.delivery.config.DeliveryConfig;

/** Puts one mail back into the queue, if that is right. Joins the caller's transaction. */
@ApplicationScoped
class MailRetry {

  private final Map<MailKind, RetryGuard> guards = new EnumMap<>(MailKind.class);
  private final LedgerTally tally;
  private final AcceptedMail accepted;
  private final DeliveryConfig config;
  private final Clock clock;

  MailRetry(
      @All List<RetryGuard> guards,
      LedgerTally tally,
      AcceptedMail accepted,
      DeliveryConfig config,
      Clock clock) {
    for (RetryGuard guard : guards) {
      guard.kinds().forEach(kind -> this.guards.put(kind, guard));
    }
    this.tally = tally;
    this.accepted = accepted;
    this.config = config;
    this.clock = clock;
  }

  /** Locks what the guards need, before the rows of the mails are. */
  void hold(List<MailSweep.Candidate> mails) {
    for (RetryGuard guard : List.copyOf(guards.values())) {
      mails.stream()
          .filter(mail -> guards.get(mail.kind()) == guard)
          .map(MailSweep.Candidate::subscriptionId)
          .filter(Objects::nonNull)
          .distinct()
          .sorted()
          .forEach(guard::hold);
    }
  }

  /** With the mail's row locked, and after {@link #hold}. */
  RetryOutcome retry(OutgoingMail mail) {
    return switch (mail.state) {
      case QUEUED -> RetryOutcome.WAITS_ALREADY;
      case DEFERRED -> dueNow(mail);
      case FAILED -> again(mail);
      case SENDING -> RetryOutcome.ON_THE_WIRE;
      case SENT -> RetryOutcome.SENT;
      case SUPPRESSED -> RetryOutcome.SUPPRESSED;
      case CANCELLED -> RetryOutcome.CANCELLED;
      case EXPIRED -> RetryOutcome.EXPIRED;
    };
  }

  private RetryOutcome dueNow(OutgoingMail mail) {
    Instant now = clock.instant();
    if (mail.nextAttemptAt == null || mail.nextAttemptAt.isAfter(now)) {
      mail.nextAttemptAt = now;
    }
    accepted.wakeAfterCommit();
    return RetryOutcome.DUE_NOW;
  }

  private RetryOutcome again(OutgoingMail mail) {
    if (mail.toAddress == null) {
      return RetryOutcome.ERASED;
    }
    return switch (ask(mail)) {
      case CAME_ELSEWHERE -> RetryOutcome.CAME_ELSEWHERE;
      case NOT_WANTED -> RetryOutcome.NOT_WANTED;
      case GONE -> RetryOutcome.GONE;
      case MAY_GO -> {
        Instant now = clock.instant();
        Instant failedAt = Objects.requireNonNullElse(mail.endedAt, now);
        mail.reopen(now, now.plus(mail.lane.expiresAfter(config.expiresAfter())));
        tally.reopened(MailState.FAILED, failedAt);
        accepted.wakeAfterCommit();
        yield RetryOutcome.QUEUED;
      }
    };
  }

  private RetryGuard.Verdict ask(OutgoingMail mail) {
    RetryGuard guard = guards.get(mail.kind);
    if (guard == null) {
      return RetryGuard.Verdict.MAY_GO;
    }
    return mail.subscriptionId == null
        ? RetryGuard.Verdict.GONE
        : guard.takeBack(mail.subscriptionId, mail.reference);
  }
}
