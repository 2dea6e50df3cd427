package org.paperround.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * What happened to an address: every time it was on the list, and how that ended. Written in the
 * transaction that changes the list. Of an erased reader it keeps what the list keeps: a keyed
 * hash, and no details.
 */
@ApplicationScoped
@Transactional
public class SuppressionHistory {

  private final EntityManager entities;
  private final ErasureHashes hashes;
  private final Clock clock;

  SuppressionHistory(EntityManager entities, ErasureHashes hashes, Clock clock) {
    this.entities = entities;
    this.hashes = hashes;
    this.clock = clock;
  }

  /**
   * A page of what happened to an address, newest first; also of one whose owner was erased, since
   * whoever asks names it.
   *
   * @param page counted from 0
   * @param size at least 1
   */
  public List<SuppressionPeriod> page(EmailAddress address, int page, int size) {
    return of(
            address,
            "from PastSuppression p where p.address in (:key, :hash)"
                + " order by p.suppressedAt desc, p.id desc",
            PastSuppression.class)
        .setFirstResult(Math.multiplyExact(page, size))
        .setMaxResults(size)
        .getResultStream()
        .map(PastSuppression::period)
        .toList();
  }

  /** How many {@link #page} goes through. */
  public long count(EmailAddress address) {
    return of(
            address,
            "select count(p) from PastSuppression p where p.address in (:key, :hash)",
            Long.class)
        .getSingleResult();
  }

  /**
   * Forgets some of what was lifted before an instant. What lasts is kept, as the list is.
   *
   * @return how many went; 0 when there is nothing older
   */
  public int retire(Instant before, int most) {
    List<Long> old =
        entities
            .createQuery(
                "select p.id from PastSuppression p where p.liftedAt < :before order by p.id",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entities
            .createQuery("delete from PastSuppression p where p.id in :old")
            .setParameter("old", old)
            .executeUpdate();
  }

  /** A row came onto the list. */
  void began(Suppression row) {
    began(row.address, row.hashed, row.reason, row.detail, row.suppressedAt);
  }

  /** An address may be mailed again, whatever forbade it but an erasure. */
  void lifted(EmailAddress address) {
    end(address, "<>", LiftedBy.OPERATOR);
  }

  /** The owner of an address came back after an erasure. */
  void erasureLifted(EmailAddress address) {
    end(address, "=", LiftedBy.READER);
  }

  /** The owner of an address asked to be forgotten: only its hash stays. */
  void erased(EmailAddress address) {
    String hash = hashes.of(address);
    entities
        .createQuery(
            "update PastSuppression p set p.address = :hash, p.hashed = true, p.detail = ''"
                + " where p.address = :key")
        .setParameter("hash", hash)
        .setParameter("key", address.key())
        .executeUpdate();
    boolean knownAsErased =
        of(
                    address,
                    "select count(p) from PastSuppression p where p.address in (:key, :hash)"
                        + " and p.reason = ERASED and p.liftedAt is null",
                    Long.class)
                .getSingleResult()
            > 0;
    if (!knownAsErased) {
      began(hash, true, SuppressionReason.ERASED, "", clock.instant());
    }
  }

  private void began(
      String address,
      boolean hashed,
      SuppressionReason reason,
      @Nullable String detail,
      Instant at) {
    PastSuppression row = new PastSuppression();
    row.address = address;
    row.hashed = hashed;
    row.reason = reason;
    row.detail = detail;
    row.suppressedAt = at;
    entities.persist(row);
  }

  private void end(EmailAddress address, String erasure, LiftedBy by) {
    entities
        .createQuery(
            "update PastSuppression p set p.liftedAt = :now, p.liftedBy = :by"
                + " where p.address in (:key, :hash) and p.liftedAt is null and p.reason "
                + erasure
                + " ERASED")
        .setParameter("now", clock.instant())
        .setParameter("by", by)
        .setParameter("key", address.key())
        .setParameter("hash", hashes.of(address))
        .executeUpdate();
  }

  private <T> TypedQuery<T> of(EmailAddress address, String query, Class<T> type) {
    return entities
        .createQuery(query, type)
        .setParameter("key", address.key())
        .setParameter("hash", hashes.of(address));
  }
}
