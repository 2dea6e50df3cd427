package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperround.base.PaperId;

/**
 * What readers said of papers they were sent. It is kept until they take it back or are erased,
 * also while they have left.
 */
@ApplicationScoped
public class ReaderFeedback {

  /** How many papers one reader may have spoken of; the oldest feedback goes. */
  public static final int MOST = 100;

  private static final Comparator<GivenFeedback> NEWEST_FIRST =
      Comparator.comparing(GivenFeedback::givenAt)
          .reversed()
          .thenComparing(given -> given.paper().value());

  private final SubscriptionRepository subscriptions;
  private final SubscriptionTopics topics;
  private final Clock clock;

  ReaderFeedback(SubscriptionRepository subscriptions, SubscriptionTopics topics, Clock clock) {
    this.subscriptions = subscriptions;
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Notes what a reader wants; to say the same again changes nothing.
   *
   * @return what is noted now; empty when the subscription was erased
   */
  @Transactional
  public Optional<GivenFeedback> give(long subscriptionId, PaperId paper, Want want) {
    return subscriptions
        .locked(subscriptionId)
        .map(
            subscription -> {
              Feedback before = subscription.feedback.get(paper.value());
              if (before == null || before.want() != want) {
                topics.lean(subscription, paper, want, clock.instant());
              }
              return given(subscription, paper).orElseThrow();
            });
  }

  /** Takes back what a reader said of a paper; nothing where they said nothing. */
  @Transactional
  public void withdraw(long subscriptionId, PaperId paper) {
    subscriptions
        .locked(subscriptionId)
        .ifPresent(subscription -> topics.forget(subscription, paper));
  }

  /** What a reader said of one paper. */
  @Transactional
  public Optional<GivenFeedback> of(long subscriptionId, PaperId paper) {
    return subscriptions
        .findByIdOptional(subscriptionId)
        .flatMap(subscription -> given(subscription, paper));
  }

  /** All that a reader said, newest first. */
  @Transactional
  public List<GivenFeedback> of(long subscriptionId) {
    return subscriptions
        .findByIdOptional(subscriptionId)
        .map(ReaderFeedback::all)
        .orElseGet(List::of);
  }

  private static Optional<GivenFeedback> given(Subscription subscription, PaperId paper) {
    return Optional.ofNullable(subscription.feedback.get(paper.value()))
        .map(said -> new GivenFeedback(paper, said.want(), said.givenAt()));
  }

  private static List<GivenFeedback> all(Subscription subscription) {
    return subscription.feedback.entrySet().stream()
        .map(ReaderFeedback::given)
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private static GivenFeedback given(Map.Entry<String, Feedback> said) {
    return new GivenFeedback(
        new PaperId(said.getKey()), said.getValue().want(), said.getValue().givenAt());
  }
}
