package org.paperround.digest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.paperround.matching.Matching;
import org.paperround.paper.Papers;
import org.paperround.subscription.DueSubscriptions;

/**
 * A pass over the subscriptions that are due, first digests first. Some are claimed at a time, and
 * their editions, their mails and their next due instants are one transaction: a process killed in
 * the middle leaves the rest due.
 */
@ApplicationScoped
public class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private final DueSubscriptions subscriptions;
  private final EditionComposer composer;
  private final Matching matching;
  private final Papers papers;
  private final EntityManager em;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final ReentrantLock firstTurn = new ReentrantLock();

  Rounds(
      DueSubscriptions subscriptions,
      EditionComposer composer,
      Matching matching,
      Papers papers,
      EntityManager em,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.composer = composer;
    this.matching = matching;
    this.papers = papers;
    this.em = em;
    this.clock = clock;
  }

  /**
   * Runs a round as of an instant, once what came in has been matched; the same instant again finds
   * nobody due. A reader whose edition cannot be composed stays due and stops nobody else.
   */
  public RoundReport run(Instant at) {
    return run(at, at, turn, List.of(true, false));
  }

  /**
   * As {@link #run}, but whoever is due after an earlier instant waits for a later round, first
   * digests excepted.
   */
  RoundReport run(Instant at, Instant dueUpTo) {
    return run(at, dueUpTo, turn, List.of(true, false));
  }

  /** As {@link #run}, for first digests only; it waits for no other round. */
  RoundReport runFirst(Instant at) {
    return run(at, at, firstTurn, List.of(true));
  }

  private RoundReport run(Instant at, Instant dueUpTo, ReentrantLock mine, List<Boolean> whose) {
    mine.lock();
    try {
      catchUp();
      return whose.stream().anyMatch(first -> subscriptions.anyDue(first, first ? at : dueUpTo))
          ? serve(at, dueUpTo, whose)
          : RoundReport.NONE;
    } finally {
      mine.unlock();
    }
  }

  private void catchUp() {
    try {
      matching.catchUp();
    } catch (RuntimeException failure) {
      // What could not be matched yet stays eligible; nobody waits for it.
      LOG.error("The round goes on with the matches there are", failure);
    }
  }

  /**
   * A page of the rounds that found somebody due, newest first.
   *
   * @param page from 0
   * @param size at least 1
   */
  @Transactional
  public List<PastRound> page(int page, int size) {
    return em.createQuery(
            "from DigestRound r order by r.startedAt desc, r.id desc", DigestRound.class)
        .setFirstResult(Math.multiplyExact(page, size))
        .setMaxResults(size)
        .getResultStream()
        .map(DigestRound::past)
        .toList();
  }

  /** How many rounds {@link #page} goes through. */
  @Transactional
  public long count() {
    return em.createQuery("select count(r) from DigestRound r", Long.class).getSingleResult();
  }

  /**
   * Forgets some rounds that began before an instant.
   *
   * @return how many went; 0 when there is nothing older
   */
  @Transactional
  public int retire(Instant before, int most) {
    List<Long> old =
        em.createQuery(
                "select id from DigestRound where startedAt < :before order by id", Long.class)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return em.createQuery("delete from DigestRound where id in :old")
        .setParameter("old", old)
        .executeUpdate();
  }

  private RoundReport serve(Instant at, Instant dueUpTo, List<Boolean> whose) {
    Instant startedAt = clock.instant();
    RoundNews news = new RoundNews(at, papers.standing(at.minus(EditionComposer.WINDOW), at));
    // Whatever came in meanwhile is among the news: it is matched, so that none of it is mistaken
    // for a paper that answers nothing.
    catchUp();
    Round round =
        new Round(
            news,
            new RoundMatches(matching, news),
            new RoundMutes(matching, news, this::catchUp),
            new RoundLeanings(matching, news, this::catchUp),
            dueUpTo);
    RoundWalk walk = new RoundWalk(subscriptions, composer, round);
    RoundReport report = RoundReport.NONE;
    for (boolean first : whose) {
      report = walk.serve(first);
    }
    RoundReport total = report;
    QuarkusTransaction.requiringNew()
        .run(() -> em.persist(new DigestRound(total, at, startedAt, clock.instant())));
    return total;
  }
}
