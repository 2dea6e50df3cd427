package org.paperround.matching;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.paperround.base.Wake;
import org.paperround.paper.Papers;
import org.paperround.topic.Topic;
import org.paperround.topic.Topics;

/**
 * Runs topics over papers, a day of papers at a time, and writes what it finds. A day is always
 * matched whole, so that its rows are the same whatever order its papers came in and however often
 * it is done: a process killed in the middle leaves its request behind, and the next run repeats
 * it.
 */
@ApplicationScoped
class MatchingWork {

  private static final Logger LOG = Logger.getLogger(MatchingWork.class);
  private static final int REQUESTS_AT_ONCE = 10_000;
  private static final int TOPICS_PER_TRANSACTION = 500;
  private static final int DAYS_FOR_A_NEW_TOPIC = 14;
  private static final int DAYS_AHEAD = 31;
  private static final int DAYS_MATCHED = 30;
  private static final int MOST_DAYS = DAYS_FOR_A_NEW_TOPIC + DAYS_AHEAD + 1;

  private final MatchingRequests requests;
  private final MatchStore store;
  private final PaperIndexes indexes;
  private final ReadyTopics readyTopics;
  private final Papers papers;
  private final Topics topics;
  private final Clock clock;
  private final Wake wake;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean stopping;

  MatchingWork(
      MatchingRequests requests,
      MatchStore store,
      PaperIndexes indexes,
      ReadyTopics readyTopics,
      Papers papers,
      Topics topics,
      Clock clock) {
    this.requests = requests;
    this.store = store;
    this.indexes = indexes;
    this.readyTopics = readyTopics;
    this.papers = papers;
    this.topics = topics;
    this.clock = clock;
    this.wake = new Wake(this::catchUp);
  }

  void start(@Observes StartupEvent event) {
    wake();
  }

  /** What is cut short is done after the next start, as its request stays. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  void wake() {
    wake.wake();
  }

  void catchUp() {
    turn.lock();
    try {
      List<MatchingRequest> open = requests.open(REQUESTS_AT_ONCE);
      while (!open.isEmpty()) {
        List<MatchingRequest> done = answer(open);
        requests.close(done);
        // What failed stays open for the next run, which is not this one.
        open = done.size() < open.size() ? List.of() : requests.open(REQUESTS_AT_ONCE);
      }
    } finally {
      turn.unlock();
    }
  }

  /** Does what it can of the requests and says which are done. */
  private List<MatchingRequest> answer(List<MatchingRequest> open) {
    LocalDate first = firstDayMatched();
    TreeSet<LocalDate> days = new TreeSet<>();
    open.stream()
        .map(r -> r.announcedOn)
        .filter(day -> day != null && !day.isBefore(first))
        .forEach(days::add);
    List<Long> newTopics =
        open.stream().map(r -> r.topicId).filter(Objects::nonNull).distinct().toList();
    Set<LocalDate> failed = new HashSet<>();
    for (LocalDate day : days) {
      if (!holds(day, this::allTopicsMeet)) {
        failed.add(day);
      }
    }
    boolean topicsMet = newTopics.isEmpty() || newTopicsMeet(newTopics, days);
    return open.stream()
        .filter(r -> r.announcedOn == null ? topicsMet : !failed.contains(r.announcedOn))
        .toList();
  }

  /**
   * No round looks further back, and what is older is soon retired: when arXiv announces new
   * versions of a hundred old papers, their many days are left in peace. Counted from the newest
   * papers, for a rehearsal may play days long gone.
   */
  private LocalDate firstDayMatched() {
    LocalDate today = today();
    LocalDate newest =
        papers.days(today.plusDays(DAYS_AHEAD), 1).stream().findFirst().orElse(today);
    return newest.minusDays(DAYS_MATCHED);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Matches a day; again if its papers changed meanwhile. One day that fails stops no other. */
  private boolean holds(LocalDate day, Predicate<LocalDate> work) {
    try {
      boolean done = false;
      while (!done) {
        done = work.test(day);
      }
      return true;
    } catch (RuntimeException failure) {
      if (stopping) {
        return false;
      }
      LOG.errorf(failure, "The papers of %s could not be matched; it is tried again", day);
      return false;
    }
  }

  private boolean allTopicsMeet(LocalDate day) {
    try (DayMatching matching = matching(day)) {
      List<Topic> chunk = topics.activeAfter(0, TOPICS_PER_TRANSACTION);
      while (!chunk.isEmpty()) {
        if (!matching.meet(chunk)) {
          return false;
        }
        chunk = topics.activeAfter(chunk.get(chunk.size() - 1).id(), TOPICS_PER_TRANSACTION);
      }
      matching.end();
      return true;
    }
  }

  private boolean newTopicsMeet(List<Long> topicIds, TreeSet<LocalDate> done) {
    LocalDate today = today();
    LocalDate since = today.minusDays(DAYS_FOR_A_NEW_TOPIC);
    List<Topic> active = topics.active(topicIds);
    boolean met = true;
    // A rehearsal may hold days to come: as far ahead as a round may look.
    for (LocalDate day : papers.days(today.plusDays(DAYS_AHEAD), MOST_DAYS)) {
      if (!done.contains(day) && !day.isBefore(since)) {
        met &= holds(day, d -> theyMeet(active, d));
      }
    }
    return met;
  }

  private boolean theyMeet(List<Topic> active, LocalDate day) {
    try (DayMatching matching = matching(day)) {
      for (int from = 0; from < active.size(); from += TOPICS_PER_TRANSACTION) {
        int to = Math.min(from + TOPICS_PER_TRANSACTION, active.size());
        if (!matching.meet(active.subList(from, to))) {
          return false;
        }
      }
      matching.end();
      return true;
    }
  }

  private DayMatching matching(LocalDate day) {
    // What the day holds is noted first, for papers may come while they are made ready.
    Papers.DayState seen = papers.state(day);
    return new DayMatching(day, seen, indexes.of(day), readyTopics, store, () -> stopping);
  }
}
