package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.paperround.base.EmailAddress;

/** Mails the operator, where there is an address for that; at most once an hour. */
@ApplicationScoped
class OperatorAlerts {

  private static final Duration AT_MOST_EVERY = Duration.ofHours(1);
  private static final Duration KEPT_FOR = Duration.ofDays(90);

  private final EntityManager entities;
  private final Outbox outbox;
  private final Optional<EmailAddress> operator;
  private final Clock clock;

  OperatorAlerts(EntityManager entities, Outbox outbox, AlertConfig config, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.operator = config.alertTo().map(EmailAddress::parse);
    this.clock = clock;
  }

  /** Accepts the mail in the caller's transaction; callers take turns by a lock of theirs. */
  void raise(String reason) {
    Instant now = clock.instant();
    if (operator.isPresent() && !isRecent(now)) {
      entities
          .createQuery("delete from OperatorAlert a where a.raisedAt < :before")
          .setParameter("before", now.minus(KEPT_FOR))
          .executeUpdate();
      OperatorAlert alert = new OperatorAlert();
      alert.raisedAt = now;
      alert.reason = reason;
      entities.persist(alert);
      long id = Objects.requireNonNull(alert.id);
      outbox.accept(new MailRequest(MailKind.OPERATOR_ALERT, operator.get(), id, null));
    }
  }

  private boolean isRecent(Instant now) {
    return entities
            .createQuery(
                "select count(a) from OperatorAlert a where a.raisedAt > :since and a.raisedAt <= :now",
                Long.class)
            .setParameter("since", now.minus(AT_MOST_EVERY))
            .setParameter("now", now)
            .getSingleResult()
        > 0;
  }
}
