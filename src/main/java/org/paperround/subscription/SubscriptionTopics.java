package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.paperround.base.PaperId;
import org.paperround.topic.TopicKey;
import org.paperround.topic.Topics;

/**
 * Keeps a reader's topics, mutes and feedback and tells the topics who reads them; always in the
 * caller's transaction.
 */
@ApplicationScoped
class SubscriptionTopics {

  private final SubscriptionRepository subscriptions;
  private final Topics topics;

  SubscriptionTopics(SubscriptionRepository subscriptions, Topics topics) {
    this.subscriptions = subscriptions;
    this.topics = topics;
  }

  /** Makes these the reader's choices. */
  void choose(Subscription subscription, Choices choices) {
    List<AskedTopic> asked = shared(choices.topics());
    List<AskedTopic> muted = shared(choices.mute());
    SortedSet<Long> touched = ids(subscription);
    subscription.choose(choices);
    subscription.topics.clear();
    subscription.topics.addAll(asked);
    subscription.mutes.clear();
    subscription.mutes.addAll(muted);
    touched.addAll(ids(subscription));
    recount(touched);
  }

  private List<AskedTopic> shared(List<TopicChoice> choices) {
    List<AskedTopic> shared = new ArrayList<>();
    for (TopicChoice choice : choices) {
      shared.add(AskedTopic.of(topics.of(choice.text().key()).id(), choice));
    }
    return shared;
  }

  /** Makes papers like this one stand higher or lower; of too many the oldest goes. */
  void lean(Subscription subscription, PaperId paper, Want want, Instant now) {
    Map<String, Feedback> feedback = subscription.feedback;
    long topicId = topics.of(TopicKey.like(paper)).id();
    feedback.put(paper.value(), new Feedback(topicId, want, now));
    SortedSet<Long> touched = new TreeSet<>(Set.of(topicId));
    if (feedback.size() > ReaderFeedback.MOST) {
      feedback.entrySet().stream()
          .filter(said -> !said.getKey().equals(paper.value()))
          .min(Comparator.comparing(said -> said.getValue().givenAt()))
          .map(Map.Entry::getKey)
          .map(feedback::remove)
          .ifPresent(oldest -> touched.add(oldest.topicId()));
    }
    recount(touched);
  }

  /** Takes back what the reader said of a paper, if anything. */
  void forget(Subscription subscription, PaperId paper) {
    Feedback said = subscription.feedback.remove(paper.value());
    if (said != null) {
      recount(new TreeSet<>(Set.of(said.topicId())));
    }
  }

  /** Tells the topics, those of feedback too, that the reader came or went. */
  void readingChanged(Subscription subscription) {
    SortedSet<Long> all = ids(subscription);
    subscription.feedback.values().forEach(said -> all.add(said.topicId()));
    recount(all);
  }

  private static SortedSet<Long> ids(Subscription subscription) {
    SortedSet<Long> ids = new TreeSet<>();
    subscription.topics.forEach(topic -> ids.add(topic.topicId()));
    subscription.mutes.forEach(topic -> ids.add(topic.topicId()));
    return ids;
  }

  private void recount(SortedSet<Long> topicIds) {
    subscriptions.flush();
    // In the order of their ids, so that two readers who share topics never wait for each other.
    for (long id : topicIds) {
      topics.lock(id);
      topics.readers(id, subscriptions.isAsked(id), subscriptions.isMuted(id));
    }
  }
}
