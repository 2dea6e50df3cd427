package org.paperround.delivery.rate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.paperround.delivery.config.DatabaseKind;
import org.paperround.delivery.config.DeliveryConfig;

/**
 * Counts the mails that were allowed to leave, in the database, so that the rates hold over
 * restarts and for all instances together. Windows slide: they are counted in slots, and a slot
 * counts until the last mail it may hold has left the window, so that no window of the full length
 * ever sees more than it may. A token bucket, which needs less, lets up to twice as many through in
 * one window; relays count strictly.
 */
@ApplicationScoped
class RateLedger {

  private final EntityManager entities;
  private final DatabaseKind database;
  private final Clock clock;
  private final int connections;

  RateLedger(EntityManager entities, DatabaseKind database, Clock clock, DeliveryConfig config) {
    this.entities = entities;
    this.database = database;
    this.clock = clock;
    this.connections = config.connections();
  }

  /**
   * What is allowed.
   *
   * @param mails how many may leave; 0 for none
   * @param validFor how long they may
   * @param retryAfter with none, when there will be some
   * @param at when they were counted
   */
  record Grant(int mails, Duration validFor, Duration retryAfter, Instant at) {}

  /**
   * Puts back what was allowed and did not leave, so that a slow relay does not make slow rates
   * slower.
   *
   * @param mails at most those of the grant
   * @param at the grant's
   */
  void putBack(List<RateRule> rules, int mails, Instant at) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              lock();
              rules.forEach(rule -> add(rule, at, -mails));
            });
  }

  /**
   * Takes what the rules leave, in a transaction of its own.
   *
   * @param rules at least one
   * @param wanted at least 1
   */
  Grant take(List<RateRule> rules, int wanted) {
    return QuarkusTransaction.requiringNew().call(() -> taken(rules, wanted));
  }

  private Grant taken(List<RateRule> rules, int wanted) {
    lock();
    Instant now = now();
    Duration validFor =
        rules.stream().map(RateRule::validFor).min(Duration::compareTo).orElseThrow();
    // No more than the connections can use before it is put back.
    int mails = (int) Math.min(wanted, Math.max(1, connections * validFor.toMillis() / 5));
    Duration retryAfter = Duration.ZERO;
    for (RateRule rule : rules) {
      Instant from = now.minus(rule.window()).minus(rule.slot()).minus(validFor);
      forget(rule, from);
      mails = Math.min(mails, rule.most() - count(rule));
      if (mails <= 0) {
        Duration untilFree = Duration.between(from, oldest(rule));
        retryAfter = untilFree.compareTo(retryAfter) > 0 ? untilFree : retryAfter;
      }
    }
    if (mails <= 0) {
      return new Grant(0, validFor, retryAfter, now);
    }
    for (RateRule rule : rules) {
      note(rule, now, mails);
    }
    return new Grant(mails, validFor, Duration.ZERO, now);
  }

  private void lock() {
    entities.createNativeQuery("select id from rate_turn where id = 1 for update").getResultList();
  }

  /** By a clock that all instances share. */
  private Instant now() {
    return database.isOneProcess()
        ? clock.instant()
        : (Instant)
            entities.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
  }

  private void forget(RateRule rule, Instant until) {
    entities
        .createNativeQuery("delete from mails_allowed where scope = :scope and slot <= :until")
        .setParameter("scope", rule.scope())
        .setParameter("until", until)
        .executeUpdate();
  }

  private int count(RateRule rule) {
    return ((Number)
            entities
                .createNativeQuery(
                    "select coalesce(sum(mails), 0) from mails_allowed where scope = :scope")
                .setParameter("scope", rule.scope())
                .getSingleResult())
        .intValue();
  }

  private Instant oldest(RateRule rule) {
    return (Instant)
        entities
            .createNativeQuery(
                "select min(slot) from mails_allowed where scope = :scope", Instant.class)
            .setParameter("scope", rule.scope())
            .getSingleResult();
  }

  private void note(RateRule rule, Instant now, int mails) {
    if (!add(rule, now, mails)) {
      entities
          .createNativeQuery(
              "insert into mails_allowed (scope, slot, mails) values (:scope, :slot, :mails)")
          .setParameter("scope", rule.scope())
          .setParameter("slot", slot(rule, now))
          .setParameter("mails", mails)
          .executeUpdate();
    }
  }

  /** Whether there is such a slot. */
  private boolean add(RateRule rule, Instant at, int mails) {
    return entities
            .createNativeQuery(
                "update mails_allowed set mails = mails + :mails"
                    + " where scope = :scope and slot = :slot")
            .setParameter("mails", mails)
            .setParameter("scope", rule.scope())
            .setParameter("slot", slot(rule, at))
            .executeUpdate()
        > 0;
  }

  private static Instant slot(RateRule rule, Instant at) {
    long length = rule.slot().toMillis();
    return Instant.ofEpochMilli(at.toEpochMilli() / length * length);
  }
}
