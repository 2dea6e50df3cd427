package org.paperround.matching;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Papers;
import org.paperround.topic.Topic;

/**
 * Puts topics to the papers of one day, some after the other, and keeps what they find. A topic
 * that cannot be asked stops no other; papers that cannot be read for questions in plain words stop
 * no query, but the day is not done.
 */
final class DayMatching implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(DayMatching.class);

  private final LocalDate day;
  private final Papers.DayState seen;
  private final DayIndex index;
  private final ReadyTopics readyTopics;
  private final MatchStore store;
  private final BooleanSupplier stopping;
  private @Nullable RuntimeException unread;

  /**
   * @param seen how the day's papers stood before they were indexed
   * @param index the papers, closed with this
   * @param stopping whether the service stops, so that failures say nothing
   */
  DayMatching(
      LocalDate day,
      Papers.DayState seen,
      DayIndex index,
      ReadyTopics readyTopics,
      MatchStore store,
      BooleanSupplier stopping) {
    this.day = day;
    this.seen = seen;
    this.index = index;
    this.readyTopics = readyTopics;
    this.store = store;
    this.stopping = stopping;
  }

  /**
   * Puts some topics to the papers.
   *
   * @return false if the papers have changed meanwhile, so that all has to be done anew
   */
  boolean meet(List<Topic> topics) {
    Map<Long, ReadyTopic> ready = readyTopics.of(topics);
    if (!canAsk(ready)) {
      ready.values().removeIf(Question.class::isInstance);
    }
    Map<Long, Answer> found = answers(ready, ids(topics, Topic::isAsked));
    Map<Long, List<Long>> muted = new ConcurrentHashMap<>();
    ids(topics, Topic::isMuted).parallelStream()
        .forEach(id -> answer(id, ready, index::muted).ifPresent(papers -> muted.put(id, papers)));
    return found.isEmpty() && muted.isEmpty() || store.replace(day, seen, found, muted);
  }

  /**
   * Says that all topics came.
   *
   * @throws RuntimeException if papers could not be read, so that some were not asked
   */
  void end() {
    if (unread != null) {
      throw unread;
    }
  }

  private boolean canAsk(Map<Long, ReadyTopic> ready) {
    if (unread == null) {
      try {
        index.prepare(ready.values());
      } catch (RuntimeException failure) {
        unread = failure;
      }
    }
    return unread == null;
  }

  private static List<Long> ids(List<Topic> topics, Predicate<Topic> which) {
    return topics.stream().filter(which).map(Topic::id).toList();
  }

  private Map<Long, Answer> answers(Map<Long, ReadyTopic> ready, List<Long> topicIds) {
    List<Long> asked = topicIds.stream().filter(ready::containsKey).toList();
    Map<Long, Answer> found = new LinkedHashMap<>();
    try {
      List<Answer> all =
          index.answers(asked.stream().map(id -> Objects.requireNonNull(ready.get(id))).toList());
      for (int i = 0; i < all.size(); i++) {
        found.put(asked.get(i), all.get(i));
      }
    } catch (RuntimeException failure) {
      // One of them, which is to be found out: the others are answered.
      for (long id : asked) {
        answer(id, ready, index::answer).ifPresent(answer -> found.put(id, answer));
      }
    }
    return found;
  }

  private <T> Optional<T> answer(
      long topicId, Map<Long, ReadyTopic> ready, Function<ReadyTopic, T> answer) {
    try {
      return Optional.ofNullable(ready.get(topicId)).map(answer);
    } catch (RuntimeException failure) {
      if (stopping.getAsBoolean()) {
        throw failure;
      }
      LOG.errorf(failure, "Topic %d cannot be asked of the papers of %s", topicId, day);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
