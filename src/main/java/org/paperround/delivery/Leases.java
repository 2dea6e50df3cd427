package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  // H2 settles how to look when the outbox is empty, and any way seems good: it is told.
  // Beginning with the lane, which is one: only then H2 sees that the index has this order already.
  // And with a lower border, without which it would walk over all the rows that ended.
  private static final String BY_DUE = "lane, next_attempt_at, id";
  private static final String BY_DOMAIN = "lane, to_domain, next_attempt_at";

  /** Behind every domain: no A-label has this letter. */
  private static final String LAST = "~";

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
   * Leases the rows of a lane that are due: waiting ones, and ones whose owner went silent. The
   * longest due come first, unless some domains are passed by.
   */
  List<ClaimedMail> claim(Lane lane, Set<String> passedBy, int atMost) {
    List<Long> due =
        passedBy.isEmpty()
            ? due(lane, "", Map.of(), "outgoing_mail_due", BY_DUE, atMost)
            : dueBesides(lane, passedBy, atMost);
    if (due.isEmpty()) {
      return List.of();
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

  /** As ranges between the domains, each of which the index gives without touching the others. */
  private List<Long> dueBesides(Lane lane, Set<String> passedBy, int atMost) {
    List<Long> due = new ArrayList<>();
    String after = "";
    List<String> borders = new ArrayList<>(new TreeSet<>(passedBy));
    borders.add(LAST);
    for (String before : borders) {
      if (due.size() < atMost) {
        due.addAll(
            due(
                lane,
                " and to_domain > :after and to_domain < :before",
                Map.of("after", after, "before", before),
                "outgoing_mail_due_by_domain",
                BY_DOMAIN,
                atMost - due.size()));
      }
      after = before;
    }
    return due;
  }

  private List<Long> due(
      Lane lane,
      String domains,
      Map<String, String> borders,
      String index,
      String order,
      int atMost) {
    // PostgreSQL passes by what another instance is just taking. H2 would lock every row that is
    // due to give out a few; its one process has one claimer, and the update asks again.
    String locking = database.isOneProcess() ? "" : " for update skip locked";
    Query query =
        entities
            .createNativeQuery(
                "select id from outgoing_mail"
                    + (database.isOneProcess() ? " use index (" + index + ")" : "")
                    + " where lane = :lane and next_attempt_at >= :ever and next_attempt_at <= :now"
                    + domains
                    + " and "
                    + FREE
                    + " order by "
                    + order
                    + " limit :n"
                    + locking)
            .setParameter("lane", lane.name())
            .setParameter("ever", Instant.EPOCH)
            .setParameter("now", clock.instant())
            .setParameter("n", atMost);
    borders.forEach(query::setParameter);
    return ids(query.getResultList());
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

  private List<ClaimedMail> ours(List<Long> mailIds) {
    return entities
        .createQuery(
            "from OutgoingMail where id in :ids and leaseOwner = :owner order by nextAttemptAt, id",
            OutgoingMail.class)
        .setParameter("ids", mailIds)
        .setParameter("owner", owner)
        .getResultStream()
        .map(OutgoingMail::claimed)
        .toList();
  }

  private static List<Long> ids(List<?> rows) {
    return rows.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
