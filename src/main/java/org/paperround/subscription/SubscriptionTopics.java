package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.paperround.topic.Topics;

/**
 * Keeps a reader's topics and mutes and tells the topics who reads them; always in the caller's
 * transaction.
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

  /** Tells the topics that the reader came or went. */
  void readingChanged(Subscription subscription) {
    recount(ids(subscription));
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
