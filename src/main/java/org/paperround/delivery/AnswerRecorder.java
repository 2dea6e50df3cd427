package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.smtp.RelayReply;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

/** Turns the relay's answer to a mail into the row's next state. Joins the caller's transaction. */
@ApplicationScoped
class AnswerRecorder {

  private static final Logger LOG = Logger.getLogger(AnswerRecorder.class);

  /** There is no such mailbox, domain or host that takes mail (RFC 3463, 3.2). */
  private static final Set<String> NO_SUCH_ADDRESS = Set.of("5.1.1", "5.1.2", "5.1.6");

  /** The mailbox is full: refused for good, and yet it may pass (RFC 3463, 3.3). */
  private static final String MAILBOX_FULL = "5.2.2";

  private final EntityManager entities;
  private final Attempts attempts;
  private final Suppressions suppressions;
  private final RelayGate gate;
  private final PolicyBreaker breaker;
  private final Event<MailEnded> ended;
  private final Event<SoftRefusal> softlyRefused;
  private final Backoff backoff;
  private final Clock clock;

  AnswerRecorder(
      EntityManager entities,
      Attempts attempts,
      Suppressions suppressions,
      RelayGate gate,
      PolicyBreaker breaker,
      Event<MailEnded> ended,
      Event<SoftRefusal> softlyRefused,
      DeliveryConfig config,
      Clock clock) {
    this.entities = entities;
    this.attempts = attempts;
    this.suppressions = suppressions;
    this.gate = gate;
    this.breaker = breaker;
    this.ended = ended;
    this.softlyRefused = softlyRefused;
    this.backoff = new Backoff(config.retryFirstAfter(), config.retryAtMostAfter());
    this.clock = clock;
  }

  /**
   * Records an answer that is no acceptance.
   *
   * @param answer to a row that is locked, ours and {@code SENDING}
   */
  void record(Answer answer, boolean tell) {
    OutgoingMail mail = entities.find(OutgoingMail.class, answer.mailId());
    MailEnded end = apply(mail, answer);
    if (end != null && tell) {
      ended.fire(end);
    }
  }

  /** The answer has been recorded before, or the row is another's by now. */
  void tooLate(Answer answer) {
    LOG.warnf("The answer to mail %d comes too late to be recorded", answer.mailId());
  }

  /** The failures of these mails were the relay's: they cost nothing and are due again. */
  void giveBack(List<Long> mailIds) {
    for (long mailId : mailIds.stream().sorted().toList()) {
      OutgoingMail mail = entities.find(OutgoingMail.class, mailId, LockModeType.PESSIMISTIC_WRITE);
      if (mail != null && mail.state == MailState.DEFERRED && mail.leaseOwner == null) {
        mail.attempts = Math.max(0, mail.attempts - 1);
        mail.waitUntil(clock.instant());
      }
    }
  }

  private @Nullable MailEnded apply(OutgoingMail mail, Answer answer) {
    RelayReply reply = answer.reply();
    if (reply != null) {
      return reply.fold(
          new RelayReply.Cases<@Nullable MailEnded>(
              accepted -> unexpected(mail),
              deferred -> deferred(mail, deferred),
              refused -> refused(mail, refused),
              lost -> lost(mail, lost),
              down -> free(mail)));
    }
    if (answer.failure() == null) {
      return mail.end(MailState.CANCELLED, "GONE", clock.instant());
    }
    attempts.count(mail, AttemptOutcome.UNRENDERED, null, null, answer.failure());
    return later(mail);
  }

  private @Nullable MailEnded deferred(OutgoingMail mail, RelayReply.Deferred reply) {
    boolean excused = gate.excuses(reply);
    attempts.note(mail, AttemptOutcome.DEFERRED, reply.code(), reply.enhanced(), reply.text());
    return excused ? free(mail) : counted(mail);
  }

  private @Nullable MailEnded lost(OutgoingMail mail, RelayReply.Lost reply) {
    boolean excused = gate.excuses(reply);
    mail.uncertain |= reply.mayBeTaken();
    attempts.note(mail, AttemptOutcome.LOST, null, null, reply.text());
    return excused ? free(mail) : counted(mail);
  }

  private MailEnded refused(OutgoingMail mail, RelayReply.Refused reply) {
    attempts.count(mail, AttemptOutcome.REFUSED, reply.code(), reply.enhanced(), reply.text());
    breaker.refused(mail.id(), reply.enhanced(), reply.text());
    EmailAddress to = mail.to();
    if (to != null && reply.enhanced() != null && NO_SUCH_ADDRESS.contains(reply.enhanced())) {
      suppressions.suppress(to, SuppressionReason.HARD_BOUNCE, reply.text());
    } else if (to != null && MAILBOX_FULL.equals(reply.enhanced())) {
      softlyRefused.fire(new SoftRefusal(mail.id(), to, reply.enhanced(), reply.text()));
    }
    return mail.end(MailState.FAILED, null, clock.instant());
  }

  private static MailEnded unexpected(OutgoingMail mail) {
    throw new IllegalStateException("Mail " + mail.id() + " was accepted");
  }

  private @Nullable MailEnded counted(OutgoingMail mail) {
    mail.attempts++;
    return later(mail);
  }

  /** Not its fault: it is due again at once, behind those that have waited longer. */
  private @Nullable MailEnded free(OutgoingMail mail) {
    return waits(mail, clock.instant());
  }

  private @Nullable MailEnded later(OutgoingMail mail) {
    Instant next = clock.instant().plus(backoff.after(mail.attempts, RandomGenerator.getDefault()));
    return waits(mail, next.isAfter(mail.expiresAt) ? mail.expiresAt : next);
  }

  private @Nullable MailEnded waits(OutgoingMail mail, Instant next) {
    if (mail.cancelAsked != null) {
      return mail.end(MailState.CANCELLED, mail.cancelAsked.name(), clock.instant());
    }
    mail.waitUntil(next);
    return null;
  }
}
