package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes down each try at the relay. Joins the caller's transaction. */
@ApplicationScoped
class Attempts {

  private final EntityManager entities;
  private final Clock clock;

  Attempts(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** One try that cost the mail nothing: it does not count towards its pauses. */
  void note(
      OutgoingMail mail,
      AttemptOutcome outcome,
      @Nullable Integer code,
      @Nullable String enhanced,
      String reply) {
    DeliveryAttempt attempt = new DeliveryAttempt();
    attempt.mailId = mail.id();
    attempt.attemptedAt = clock.instant();
    attempt.outcome = outcome;
    attempt.code = code;
    attempt.enhanced = enhanced;
    mail.replied(reply);
    attempt.reply = mail.lastReply;
    entities.persist(attempt);
  }

  /** One try. */
  void count(
      OutgoingMail mail,
      AttemptOutcome outcome,
      @Nullable Integer code,
      @Nullable String enhanced,
      String reply) {
    mail.attempts++;
    note(mail, outcome, code, enhanced, reply);
  }
}
