package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the mails that ended without going through all of them: those that ended before an instant
 * were counted once and for all, and only what ended since is counted anew.
 *
 * <p>The instant follows the clock at a distance no transaction lives through, since a row is
 * stamped before its commit. Whoever makes a mail that ended live again says so by {@link
 * #reopened}; for whatever else changes, {@link #recount} comes by every night.
 */
@ApplicationScoped
class LedgerTally {

  /** Longer than any transaction: they are ended after five minutes. */
  private static final Duration SETTLED_AFTER = Duration.ofMinutes(6);

  private static final Duration ADVANCES_EVERY = Duration.ofMinutes(1);

  /** What ended before an instant. */
  record Settled(Instant before, Map<MailState, Long> counts) {}

  private final EntityManager entities;
  private final Clock clock;

  LedgerTally(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** What is counted already, brought forward when it is time to. */
  Settled settled() {
    Instant now = clock.instant();
    Settled known = QuarkusTransaction.requiringNew().call(this::read);
    Instant due = now.minus(SETTLED_AFTER);
    // A clock that was set back, as for a rehearsal, makes what is counted mean nothing.
    if (known.before().isAfter(now) || known.before().isBefore(due.minus(ADVANCES_EVERY))) {
      QuarkusTransaction.requiringNew().run(() -> advance(due, known.before().isAfter(now)));
      return QuarkusTransaction.requiringNew().call(this::read);
    }
    return known;
  }

  /** Counts everything again. Goes once through the index of all mails that ended. */
  void recount() {
    Instant due = clock.instant().minus(SETTLED_AFTER);
    QuarkusTransaction.requiringNew().run(() -> advance(due, true));
  }

  /** A mail that ended in a state at an instant is live again, from the caller's commit on. */
  void reopened(MailState was, Instant endedAt) {
    // Writes the row in any case: that holds up counting until the commit.
    entities
        .createQuery(
            "update TallyRow t set t.mails = t.mails"
                + " - case when t.countedBefore > :endedAt then 1 else 0 end where t.state = :was")
        .setParameter("endedAt", endedAt)
        .setParameter("was", was)
        .executeUpdate();
  }

  private Settled read() {
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    Instant before = Instant.EPOCH;
    for (TallyRow row : rows(LockModeType.NONE)) {
      counts.put(row.state, row.mails);
      before = row.countedBefore;
    }
    return new Settled(before, counts);
  }

  private void advance(Instant to, boolean anew) {
    List<TallyRow> rows = rows(LockModeType.PESSIMISTIC_WRITE);
    Instant from = anew ? Instant.EPOCH : rows.get(0).countedBefore;
    if (!from.isBefore(to)) {
      return;
    }
    Map<MailState, Long> ended = new EnumMap<>(MailState.class);
    entities
        .createQuery(
            "select m.state, count(m) from OutgoingMail m"
                + " where m.endedAt >= :from and m.endedAt < :to group by m.state",
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList()
        .forEach(row -> ended.put((MailState) row[0], (Long) row[1]));
    for (TallyRow row : rows) {
      row.mails = (anew ? 0 : row.mails) + ended.getOrDefault(row.state, 0L);
      row.countedBefore = to;
    }
  }

  private List<TallyRow> rows(LockModeType lock) {
    return entities
        .createQuery("from TallyRow t order by t.state", TallyRow.class)
        .setLockMode(lock)
        .getResultList();
  }
}
