package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.paperround.base.EmailAddress;

/** Mails the operator, where there is an address for that; not again and again. */
@ApplicationScoped
public class OperatorAlerts {

  private static final Duration KEPT_FOR = Duration.ofDays(90);

  /** What can be wrong. */
  public enum Kind {
    /** Sending stopped by itself; at most one mail an hour. */
    PAUSED(Duration.ofHours(1)),
    /** A source of papers gives nothing that can be believed; at most one mail a day for each. */
    SOURCE(Duration.ofDays(1));

    private final Duration atMostEvery;

    Kind(Duration atMostEvery) {
      this.atMostEvery = atMostEvery;
    }
  }

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

  /**
   * Accepts the mail in the caller's transaction; callers take turns by a lock of theirs, or accept
   * that two mails may leave.
   *
   * @param about what it is about, for people, at most 80 characters
   * @param reason in words for people, at most 1000 characters; names no reader
   */
  @Transactional
  public void raise(Kind kind, String about, String reason) {
    Instant now = clock.instant();
    if (operator.isPresent() && !isRecent(kind, about, now)) {
      entities
          .createQuery("delete from OperatorAlert a where a.raisedAt < :before")
          .setParameter("before", now.minus(KEPT_FOR))
          .executeUpdate();
      OperatorAlert alert = new OperatorAlert(kind, about, now, reason);
      entities.persist(alert);
      long id = Objects.requireNonNull(alert.id);
      outbox.accept(new MailRequest(MailKind.OPERATOR_ALERT, operator.get(), id, null));
    }
  }

  private boolean isRecent(Kind kind, String about, Instant now) {
    return entities
            .createQuery(
                "select count(a) from OperatorAlert a where a.kind = :kind and a.about = :about"
                    + " and a.raisedAt > :since and a.raisedAt <= :now",
                Long.class)
            .setParameter("kind", kind)
            .setParameter("about", about)
            .setParameter("since", now.minus(kind.atMostEvery))
            .setParameter("now", now)
            .getSingleResult()
        > 0;
  }
}
