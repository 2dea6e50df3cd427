package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Who may work on a row, and until when. Leases run by the database's clock, which all instances
 * share; when a mail is due is told by the service's. This process's name is new at every start, so
 * that it cannot take rows of its former life for its own.
 */
@ApplicationScoped
@Transactional
class Leases {

  private static final String FREE = "(lease_until is null or lease_until < current_timestamp)";

  private final String owner = UUID.randomUUID().toString();
  private final EntityManager entities;
  private final DatabaseKind database;
  private final Clock clock;
  private final String untilExpression;

  Leases(EntityManager entities, DatabaseKind database, Clock clock, DeliveryConfig config) {
    this.entities = entities;
    this.database = database;
    this.clock = clock;
    long seconds = Math.max(1, config.leaseFor().toSeconds());
    this.untilExpression = "current_timestamp + " + seconds + " * interval '1' second";
  }

  /** This process's name on its leases. */
  String owner() {
    return owner;
  }

  /**
   * Leases the rows of a lane that are due, the longest due first: waiting ones, and ones whose
   * owner went silent.
   */
  List<Long> claim(Lane lane, int atMost) {
    // PostgreSQL passes by what another instance is just taking. H2 would lock every row that is
    // due to give out a few; its one process has one claimer, and the update below asks again.
    String locking = database.isOneProcess() ? "" : " for update skip locked";
    List<Long> due =
        ids(
            entities
                .createNativeQuery(
                    "select id from outgoing_mail where lane = :lane and next_attempt_at <= :now and "
                        + FREE
                        + " order by next_attempt_at, id limit :n"
                        + locking)
                .setParameter("lane", lane.name())
                .setParameter("now", clock.instant())
                .setParameter("n", atMost)
                .getResultList());
    if (due.isEmpty()) {
      return due;
    }
    entities
        .createNativeQuery(
            "update outgoing_mail set lease_owner = :owner, lease_until = "
                + untilExpression
                + " where id in (:ids) and next_attempt_at is not null and "
                + FREE)
        .setParameter("owner", owner)
        .setParameter("ids", due)
        .executeUpdate();
    return ours(due);
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

  /** Marks one of our rows as on the wire; false when its lease has run out, and it may not go. */
  boolean toTheWire(long mailId) {
    return entities
            .createNativeQuery(
                "update outgoing_mail set state = 'SENDING', lease_until = "
                    + untilExpression
                    + " where id = :id and lease_owner = :owner and lease_until > current_timestamp")
            .setParameter("id", mailId)
            .setParameter("owner", owner)
            .executeUpdate()
        == 1;
  }

  private List<Long> ours(List<Long> mailIds) {
    return ids(
        entities
            .createNativeQuery(
                "select id from outgoing_mail where id in (:ids) and lease_owner = :owner"
                    + " order by next_attempt_at, id")
            .setParameter("ids", mailIds)
            .setParameter("owner", owner)
            .getResultList());
  }

  private static List<Long> ids(List<?> rows) {
    return rows.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
