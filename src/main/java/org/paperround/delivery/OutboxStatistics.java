package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the outbox as the operator, health and metrics see it. However often it is asked,
 * the database is hardly busy with it: a snapshot is kept for a second, or for twenty times as long
 * as it took but no longer than a quarter of a minute.
 */
@ApplicationScoped
class OutboxStatistics {

  private static final long FRESH_FOR = Duration.ofSeconds(1).toNanos();
  private static final long STALE_FOR = Duration.ofSeconds(15).toNanos();
  private static final int REST = 20;
  private static final Duration PACE_OVER = Duration.ofMinutes(1);

  /**
   * The ledger at an instant.
   *
   * @param counts how many mails are in each state; every state has a number
   * @param oldestWaiting how long the oldest mail that is not in a final state has waited
   * @param sentLastMinute how many mails became {@code SENT} in the minute before
   */
  record Snapshot(
      Map<MailState, Long> counts, Duration oldestWaiting, long sentLastMinute, Instant takenAt) {

    long count(MailState state) {
      return counts.getOrDefault(state, 0L);
    }

    /** How many mails are not in a final state. */
    long live() {
      return counts.entrySet().stream()
          .filter(entry -> !entry.getKey().isFinal())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  private final EntityManager entities;
  private final LedgerTally tally;
  private final Clock clock;
  private @Nullable Snapshot last;
  private long staleAt;

  OutboxStatistics(EntityManager entities, LedgerTally tally, Clock clock) {
    this.entities = entities;
    this.tally = tally;
    this.clock = clock;
  }

  /** Throws what the database throws. */
  synchronized Snapshot snapshot() {
    Snapshot known = last;
    if (known != null && System.nanoTime() - staleAt < 0) {
      return known;
    }
    LedgerTally.Settled settled = tally.settled();
    long began = System.nanoTime();
    Snapshot fresh = QuarkusTransaction.requiringNew().call(() -> take(settled));
    long ended = System.nanoTime();
    staleAt = ended + Math.min(STALE_FOR, Math.max(FRESH_FOR, REST * (ended - began)));
    last = fresh;
    return fresh;
  }

  private Snapshot take(LedgerTally.Settled settled) {
    Instant now = clock.instant();
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    for (MailState state : MailState.values()) {
      counts.put(state, settled.counts().getOrDefault(state, 0L));
    }
    Instant oldest = now;
    long sent = 0;
    for (Object[] row : rows(settled.before(), now.minus(PACE_OVER))) {
      MailState state = (MailState) row[0];
      counts.merge(state, (Long) row[1], Long::sum);
      if (state == MailState.SENT) {
        sent += ((Number) row[3]).longValue();
      } else if (!state.isFinal() && ((Instant) row[2]).isBefore(oldest)) {
        oldest = (Instant) row[2];
      }
    }
    return new Snapshot(Map.copyOf(counts), Duration.between(oldest, now), sent, now);
  }

  /** One statement, so that a mail that ends meanwhile is counted once. */
  private List<Object[]> rows(Instant settledBefore, Instant minuteAgo) {
    return entities
        .createQuery(
            // By lane, for the index of what is due begins with it, and from an instant on, for H2
            // goes through all that ended to find what is not null.
            "select m.state, count(m), min(m.queuedAt), 0L from OutgoingMail m"
                + " where m.lane in :lanes and m.nextAttemptAt >= :ever group by m.state"
                + " union all"
                + " select m.state, count(m), min(m.endedAt),"
                + " sum(case when m.endedAt > :minuteAgo then 1L else 0L end) from OutgoingMail m"
                + " where m.endedAt >= :settled group by m.state",
            Object[].class)
        .setParameter("lanes", Arrays.asList(Lane.values()))
        .setParameter("ever", Instant.EPOCH)
        .setParameter("settled", settledBefore)
        .setParameter("minuteAgo", minuteAgo)
        .getResultList();
  }
}
