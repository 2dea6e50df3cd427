package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.config.SenderIdentity;

/**
 * Where mails are handed in and taken back. Every method belongs to the caller's transaction, so
 * that a mail is accepted exactly when the edition, the sign-up or whatever it is about is written.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Outbox {

  private static final List<MailState> WAITING = List.of(MailState.QUEUED, MailState.DEFERRED);

  private final EntityManager entities;
  private final StatelessSession batches;
  private final DeliveryConfig config;
  private final SenderIdentity identity;
  private final AcceptedMail accepted;
  private final Event<MailEnded> ended;
  private final Clock clock;

  Outbox(
      EntityManager entities,
      StatelessSession batches,
      DeliveryConfig config,
      SenderIdentity identity,
      AcceptedMail accepted,
      Event<MailEnded> ended,
      Clock clock) {
    this.entities = entities;
    this.batches = batches;
    this.config = config;
    this.identity = identity;
    this.accepted = accepted;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Accepts a mail; from the caller's commit on it is never lost.
   *
   * @return its id, which the ledger and {@link MailEnded} speak of
   */
  public long accept(MailRequest request) {
    OutgoingMail mail = waiting(request);
    entities.persist(mail);
    accepted.wakeAfterCommit();
    return mail.id();
  }

  /**
   * Accepts many mails at once, as {@link #accept} does each.
   *
   * @return their ids, in the order of the requests
   */
  public List<Long> acceptAll(List<MailRequest> requests) {
    List<OutgoingMail> mails = requests.stream().map(this::waiting).toList();
    batches.insertMultiple(mails);
    accepted.wakeAfterCommit();
    return mails.stream().map(OutgoingMail::id).toList();
  }

  private OutgoingMail waiting(MailRequest request) {
    Instant now = clock.instant();
    OutgoingMail mail = new OutgoingMail();
    mail.kind = request.kind();
    mail.lane = request.kind().lane();
    mail.toAddress = request.to().toString();
    mail.toKey = request.to().key();
    mail.toDomain = request.to().domain();
    mail.reference = request.reference();
    mail.subscriptionId = request.subscriptionId();
    mail.state = MailState.QUEUED;
    mail.messageKey = MessageIds.newKey(identity.domain());
    mail.queuedAt = now;
    mail.nextAttemptAt = now;
    mail.expiresAt = now.plus(mail.lane.expiresAfter(config.expiresAfter()));
    return mail;
  }

  /**
   * Takes back the mails of a subscription. What waits is {@code CANCELLED} now; what is on the
   * wire finishes, and is {@code CANCELLED} then unless the relay took it.
   *
   * @return how many are cancelled now
   */
  public int cancel(long subscriptionId, MailKind kind, CancelReason reason) {
    return cancel(
        live("m.subscriptionId = :subject and m.kind = :kind", subscriptionId, kind), reason);
  }

  /**
   * Forgets a reader: takes back their mails as {@link #cancel} does, of every kind, and removes
   * the address and the relay's words from all rows of the subscription. Mails accepted without a
   * subscription are found by {@link #anonymise(EmailAddress)}.
   *
   * @return how many rows were anonymised
   */
  public int anonymise(long subscriptionId) {
    return anonymise("m.subscriptionId = :subject", subscriptionId);
  }

  /** As {@link #anonymise(long)}, for every mail to an address. */
  public int anonymise(EmailAddress address) {
    return anonymise("m.toKey = :subject", address.key());
  }

  private int anonymise(String whose, Object subject) {
    cancel(live(whose, subject, null), CancelReason.ERASED);
    entities.flush();
    entities
        .createQuery(
            "update DeliveryAttempt a set a.reply = null"
                + " where a.mailId in (select m.id from OutgoingMail m where "
                + whose
                + ")")
        .setParameter("subject", subject)
        .executeUpdate();
    int rows =
        entities
            .createQuery(
                "update OutgoingMail m set m.toAddress = null, m.toKey = null, m.toDomain = null, m.lastReply = null"
                    + " where "
                    + whose)
            .setParameter("subject", subject)
            .executeUpdate();
    entities.clear();
    return rows;
  }

  private List<OutgoingMail> live(String whose, Object subject, @Nullable MailKind kind) {
    // In the order of ids, as every other place that locks several rows.
    var query =
        entities
            .createQuery(
                "from OutgoingMail m where "
                    + whose
                    + " and m.nextAttemptAt is not null order by m.id",
                OutgoingMail.class)
            .setParameter("subject", subject)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE);
    return kind == null ? query.getResultList() : query.setParameter("kind", kind).getResultList();
  }

  private int cancel(List<OutgoingMail> mails, CancelReason reason) {
    int cancelled = 0;
    for (OutgoingMail mail : mails) {
      if (WAITING.contains(mail.state)) {
        ended.fire(mail.end(MailState.CANCELLED, reason.name(), clock.instant()));
        cancelled++;
      } else {
        mail.cancelAsked = reason;
      }
    }
    return cancelled;
  }
}
