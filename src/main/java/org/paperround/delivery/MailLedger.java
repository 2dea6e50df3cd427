package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of every mail. Reading it changes nothing. */
@ApplicationScoped
@Transactional
public class MailLedger {

  /** The most lines a page may have. */
  public static final int LARGEST_PAGE = 500;

  private final EntityManager entities;
  private final LedgerTally tally;
  private final Clock clock;

  MailLedger(EntityManager entities, LedgerTally tally, Clock clock) {
    this.entities = entities;
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * A page of the ledger, newest first.
   *
   * @param states the states to show; empty for all
   * @param to only mails to this address, whatever its case; null for all
   * @param page counted from 0
   * @param size lines on a page, 1 to {@link #LARGEST_PAGE}
   */
  public LedgerPage page(Set<MailState> states, @Nullable String to, int page, int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException("No such page: " + page + " of " + size);
    }
    String filter =
        " where"
            + (states.isEmpty() ? " 1 = 1" : " m.state in :states")
            + (to == null ? "" : " and m.toKey = :to");
    List<LedgerEntry> items =
        filtered(
                "from OutgoingMail m" + filter + " order by m.id desc",
                OutgoingMail.class,
                states,
                to)
            .setFirstResult(Math.multiplyExact(page, size))
            .setMaxResults(size)
            .getResultStream()
            .map(MailLedger::entry)
            .toList();
    long total =
        filtered("select count(m) from OutgoingMail m" + filter, Long.class, states, to)
            .getSingleResult();
    return new LedgerPage(items, page, size, total);
  }

  /** One line; empty when there is no such mail. */
  public Optional<LedgerEntry> entry(long mailId) {
    return Optional.ofNullable(entities.find(OutgoingMail.class, mailId)).map(MailLedger::entry);
  }

  /** How many mails are in each state; every state has a number. Counts the whole table. */
  public Map<MailState, Long> counts() {
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    for (MailState state : MailState.values()) {
      counts.put(state, 0L);
    }
    entities
        .createQuery(
            "select m.state, count(m) from OutgoingMail m group by m.state", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((MailState) row[0], (Long) row[1]));
    return counts;
  }

  /** The states of a subscription's mails of one kind, by what they refer to. */
  public Map<Long, MailState> states(long subscriptionId, MailKind kind) {
    Map<Long, MailState> states = new HashMap<>();
    entities
        .createQuery(
            "select m.reference, m.state from OutgoingMail m"
                + " where m.subscriptionId = :subscription and m.kind = :kind order by m.id",
            Object[].class)
        .setParameter("subscription", subscriptionId)
        .setParameter("kind", kind)
        .getResultList()
        .forEach(row -> states.put((Long) row[0], (MailState) row[1]));
    return states;
  }

  /** How long the oldest mail that is not yet in a final state has been waiting; empty for none. */
  public Optional<Duration> oldestWaiting() {
    Instant oldest =
        entities
            .createQuery(
                "select min(m.queuedAt) from OutgoingMail m where m.nextAttemptAt is not null",
                Instant.class)
            .getSingleResultOrNull();
    return Optional.ofNullable(oldest).map(at -> Duration.between(at, clock.instant()));
  }

  /**
   * Forgets some mails that reached their final state before an instant, with their attempts.
   *
   * @return how many went; 0 when there is nothing older
   */
  public int retire(Instant before, int most) {
    List<Long> old =
        entities
            .createQuery(
                "select m.id from OutgoingMail m where m.endedAt < :before order by m.id",
                Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    // Their attempts go with them, by the foreign key.
    return entities
        .createQuery("delete from OutgoingMail m where m.id in :old")
        .setParameter("old", old)
        .executeUpdate();
  }

  /**
   * Counts anew what {@link DeliveryOverview} tells of mails that ended, after some were forgotten.
   */
  public void recount() {
    tally.recount();
  }

  private <T> TypedQuery<T> filtered(
      String text, Class<T> type, Set<MailState> states, @Nullable String to) {
    TypedQuery<T> query = entities.createQuery(text, type);
    if (!states.isEmpty()) {
      query.setParameter("states", states);
    }
    if (to != null) {
      query.setParameter("to", to.strip().toLowerCase(Locale.ROOT));
    }
    return query;
  }

  private static LedgerEntry entry(OutgoingMail mail) {
    return new LedgerEntry(
        mail.id(),
        mail.toAddress,
        mail.kind,
        mail.state,
        mail.reason,
        mail.attempts,
        mail.uncertain,
        mail.lastReply,
        mail.messageId(),
        mail.queuedAt,
        mail.sentAt);
  }
}
