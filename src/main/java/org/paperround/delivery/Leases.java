package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.paperround.delivery.config.DeliveryConfig;

/**
 * Who may work on a row, and until when. Leases run by the database's clock, which all instances
 * share. This process's name is new at every start, so that it cannot take rows of its former life
 * for its own.
 */
@ApplicationScoped
@Transactional
class Leases {

  private final String owner = UUID.randomUUID().toString();
  private final EntityManager entities;
  private final String untilExpression;

  Leases(EntityManager entities, DeliveryConfig config) {
    this.entities = entities;
    long seconds = Math.max(1, config.leaseFor().toSeconds());
    this.untilExpression = "current_timestamp + " + seconds + " * interval '1' second";
  }

  /** This process's name on its leases. */
  String owner() {
    return owner;
  }

  /**
   * Prolongs the leases we hold. Rows that are locked are passed by: a sender that has one is
   * writing its lease or its end just now, and waiting for it here could deadlock with the next it
   * locks.
   */
  void renew(List<Long> mailIds) {
    if (mailIds.isEmpty()) {
      return;
    }
    List<Long> idle =
        ids(
            entities
                .createNativeQuery(
                    "select id from outgoing_mail where id in (:ids) and lease_owner = :owner"
                        + " for update skip locked")
                .setParameter("ids", mailIds)
                .setParameter("owner", owner)
                .getResultList());
    if (!idle.isEmpty()) {
      entities
          .createNativeQuery(
              "update outgoing_mail set lease_until = " + untilExpression + " where id in (:ids)")
          .setParameter("ids", idle)
          .executeUpdate();
    }
  }

  /** Gives back rows that were claimed and never taken up. */
  void release(List<Long> mailIds) {
    if (!mailIds.isEmpty()) {
      entities
          .createNativeQuery(
              "update outgoing_mail set lease_owner = null, lease_until = null"
                  + " where id in (:ids) and lease_owner = :owner and state <> 'SENDING'")
          .setParameter("ids", mailIds)
          .setParameter("owner", owner)
          .executeUpdate();
    }
  }

  /**
   * Gives back rows that were claimed and never taken up, to be due again at an instant; it costs
   * them nothing.
   */
  void standBack(List<Long> mailIds, Instant until) {
    if (!mailIds.isEmpty()) {
      entities
          .createNativeQuery(
              "update outgoing_mail set lease_owner = null, lease_until = null,"
                  + " next_attempt_at = case when expires_at < :until then expires_at else :until end"
                  + " where id in (:ids) and lease_owner = :owner and state <> 'SENDING'"
                  + " and next_attempt_at is not null")
          .setParameter("ids", mailIds)
          .setParameter("until", until)
          .setParameter("owner", owner)
          .executeUpdate();
    }
  }

  /** Until when a lease runs that is written now, as an SQL expression. */
  String untilExpression() {
    return untilExpression;
  }

  private static List<Long> ids(List<?> rows) {
    return rows.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
