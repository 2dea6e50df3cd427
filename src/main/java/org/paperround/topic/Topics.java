package org.paperround.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The topics readers share. Whoever changes who reads a topic tells it here, in one transaction.
 */
@ApplicationScoped
public class Topics {

  // Few, as H2 compares each row with all ids.
  private static final int LOCKED_AT_ONCE = 100;

  /** For how long a topic that nobody has is kept: longer than twice any transaction. */
  public static final Duration KEPT_FOR = Duration.ofDays(1);

  private static final Comparator<TopicKey> IN_ORDER =
      Comparator.comparing(TopicKey::kind).thenComparing(TopicKey::canonical);

  private final TopicRepository topics;
  private final NewTopics newTopics;
  private final Event<TopicActivated> activated;
  private final Clock clock;

  Topics(
      TopicRepository topics, NewTopics newTopics, Event<TopicActivated> activated, Clock clock) {
    this.topics = topics;
    this.newTopics = newTopics;
    this.activated = activated;
    this.clock = clock;
  }

  /**
   * The shared topic, made when nobody asked it before. One that nobody has had for long is made as
   * good as new in a transaction of its own, so the caller must not hold it locked.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Topic of(TopicKey key) {
    Optional<Topic> known = topics.find(key);
    if (known.isEmpty()) {
      newTopics.make(key);
    } else if (known.get().isFading(fading())) {
      newTopics.renew(key);
    } else {
      return known.get();
    }
    return topics.find(key).orElseThrow();
  }

  /**
   * The shared topics of many keys, made where nobody asked them before; as {@link #of}.
   *
   * @return the topics' ids
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<TopicKey, Long> idsOf(Collection<TopicKey> keys) {
    // In one order, so that two who make the same topics never wait for each other in a ring.
    SortedSet<TopicKey> missing = new TreeSet<>(IN_ORDER);
    SortedSet<TopicKey> fading = new TreeSet<>(IN_ORDER);
    missing.addAll(keys);
    Map<TopicKey, Long> ids = new HashMap<>();
    topics
        .known(keys, fading())
        .forEach(
            (key, topic) -> {
              missing.remove(key);
              if (topic.fading()) {
                fading.add(key);
              } else {
                ids.put(key, topic.id());
              }
            });
    if (!missing.isEmpty()) {
      newTopics.makeAll(missing);
    }
    fading.forEach(newTopics::renew);
    missing.addAll(fading);
    if (!missing.isEmpty()) {
      topics.known(missing, fading()).forEach((key, topic) -> ids.put(key, topic.id()));
    }
    return ids;
  }

  /**
   * Confirmed readers ask and mute these topics now; as {@link #readers} for each of them, but
   * nobody is taken to have left.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void gainedReaders(Set<Long> asked, Set<Long> muted) {
    SortedSet<Long> all = new TreeSet<>(asked);
    all.addAll(muted);
    List<Long> inOrder = List.copyOf(all);
    for (int from = 0; from < inOrder.size(); from += LOCKED_AT_ONCE) {
      int to = Math.min(from + LOCKED_AT_ONCE, inOrder.size());
      SortedSet<Long> newlyAsked = new TreeSet<>();
      SortedSet<Long> newlyMuted = new TreeSet<>();
      for (TopicRepository.Readers topic : topics.locked(inOrder.subList(from, to))) {
        if (!topic.asked() && asked.contains(topic.id())) {
          newlyAsked.add(topic.id());
        }
        if (!topic.muted() && muted.contains(topic.id())) {
          newlyMuted.add(topic.id());
        }
      }
      if (!newlyAsked.isEmpty()) {
        topics.ask(newlyAsked);
      }
      if (!newlyMuted.isEmpty()) {
        topics.mute(newlyMuted);
      }
      newlyAsked.addAll(newlyMuted);
      newlyAsked.forEach(id -> activated.fire(new TopicActivated(id)));
    }
  }

  /**
   * Says who reads a topic now; without anybody, papers do not meet it any more.
   *
   * @param asked whether a confirmed reader asks it
   * @param muted whether a confirmed reader mutes it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void readers(long topicId, boolean asked, boolean muted) {
    Topic topic = locked(topicId);
    boolean gained = asked && !topic.asked || muted && !topic.muted;
    topic.read(asked, muted, clock.instant());
    if (gained) {
      activated.fire(new TopicActivated(topicId));
    }
  }

  /** Locks a topic until the transaction ends, so that its readers can be counted in peace. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(long topicId) {
    locked(topicId);
  }

  /** Forgets topics that nobody has. What others keep of them has to be gone. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(Collection<Long> ids) {
    topics.delete("id in ?1", ids);
  }

  /** Active topics by id, for walking over all of them in chunks. */
  @Transactional
  public List<Topic> activeAfter(long id, int most) {
    return topics.activeAfter(id, most);
  }

  /** As {@link #activeAfter}, of those that are asked and whose text names a category. */
  @Transactional
  public List<Topic> askedWithCategoriesAfter(long id, int most) {
    return topics.askedWithCategoriesAfter(id, most);
  }

  /** The active ones among these. */
  @Transactional
  public List<Topic> active(Collection<Long> ids) {
    return topics.list("active and id in ?1 order by id", ids);
  }

  private Instant fading() {
    return clock.instant().minus(KEPT_FOR.dividedBy(2));
  }

  private Topic locked(long topicId) {
    Topic topic = topics.findById(topicId);
    // Read anew behind the lock: what this transaction saw before may have changed while it waited.
    topics.getEntityManager().refresh(topic, LockModeType.PESSIMISTIC_WRITE);
    return topic;
  }
}
