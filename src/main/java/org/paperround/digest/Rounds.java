package org.paperround.digest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.paperround.matching.Matching;
import org.paperround.paper.Papers;
import org.paperround.subscription.DueSubscriptions;
import org.paperround.subscription.RoundOutcome;

/**
 * A pass over the subscriptions that are due. Some are claimed at a time, and their editions, their
 * mails and their next due instants are one transaction: a process killed in the middle leaves the
 * rest due.
 */
@ApplicationScoped
public class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);
  private static final int CHUNK = 50;
  private static final long NOBODY = -1;

  /**
   * With so many failures something else is wrong than the readers'; the next round tries again.
   */
  private static final int MOST_FAILURES = 1000;

  private final DueSubscriptions subscriptions;
  private final EditionComposer composer;
  private final Matching matching;
  private final Papers papers;
  private final EntityManager em;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();

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
    turn.lock();
    try {
      catchUp();
      return subscriptions.anyDue(at) ? serve(at) : RoundReport.NONE;
    } finally {
      turn.unlock();
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

  private RoundReport serve(Instant at) {
    Instant startedAt = clock.instant();
    RoundNews news = new RoundNews(papers, at);
    Set<Long> failed = new HashSet<>(Set.of(NOBODY));
    RoundReport report = RoundReport.NONE;
    int oneByOne = 0;
    boolean more = true;
    while (more) {
      int most = oneByOne > 0 ? 1 : CHUNK;
      oneByOne = Math.max(0, oneByOne - 1);
      List<Long> claimed = new ArrayList<>();
      try {
        RoundReport served =
            QuarkusTransaction.requiringNew().call(() -> serve(news, failed, most, claimed));
        report = report.plus(served);
        more = served.due() > 0;
      } catch (RuntimeException failure) {
        if (most == 1) {
          LOG.errorf(failure, "No edition for subscription %s; it stays due", claimed);
          failed.addAll(claimed);
          more = !claimed.isEmpty() && failed.size() <= MOST_FAILURES;
        } else {
          // These one by one, so that only the one that fails is left out.
          oneByOne = CHUNK;
        }
      }
    }
    RoundReport total = report;
    QuarkusTransaction.requiringNew()
        .run(() -> em.persist(new DigestRound(total, at, startedAt, clock.instant())));
    return total;
  }

  private RoundReport serve(RoundNews news, Set<Long> except, int most, List<Long> claimed) {
    claimed.addAll(subscriptions.claim(news.at(), except, most));
    int editions = 0;
    for (long id : claimed) {
      EditionComposer.Composed composed = composer.compose(subscriptions.due(id, news.at()), news);
      subscriptions.served(id, news.at(), composed.outcome(), composed.papersNew());
      editions += composed.outcome() == RoundOutcome.EDITION ? 1 : 0;
      // What was read for one reader is not kept for the next.
      em.flush();
      em.clear();
    }
    return new RoundReport(claimed.size(), editions, claimed.size() - editions, editions);
  }
}
