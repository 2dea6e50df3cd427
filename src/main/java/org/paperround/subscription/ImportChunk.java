package org.paperround.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.hibernate.Session;
import org.paperround.base.EmailAddress;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;
import org.paperround.topic.TopicKey;
import org.paperround.topic.TopicText;
import org.paperround.topic.Topics;

/** Stores some hundred imported subscribers in one transaction. */
@ApplicationScoped
class ImportChunk {

  private final SubscriberRepository subscribers;
  private final SubscriptionRepository subscriptions;
  private final Suppressions suppressions;
  private final Topics topics;
  private final Event<DigestDue> due;
  private final Clock clock;

  ImportChunk(
      SubscriberRepository subscribers,
      SubscriptionRepository subscriptions,
      Suppressions suppressions,
      Topics topics,
      Event<DigestDue> due,
      Clock clock) {
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
    this.suppressions = suppressions;
    this.topics = topics;
    this.due = due;
    this.clock = clock;
  }

  /**
   * Makes subscriptions of those who may have one.
   *
   * @param key the key of each of their topics and mutes
   * @return what became of each, in order
   */
  // Who confirms one of them at the same instant makes it fail; then there is a subscription.
  @Retry(maxRetries = 3, retryOn = PersistenceException.class)
  List<ImportResult> store(
      List<ImportedSubscriber> chunk, Function<TopicText, TopicKey> key, FirstDigest first) {
    return chunk.isEmpty()
        ? List.of()
        : QuarkusTransaction.requiringNew().call(() -> stored(chunk, key, first));
  }

  private List<ImportResult> stored(
      List<ImportedSubscriber> chunk, Function<TopicText, TopicKey> key, FirstDigest first) {
    Set<String> known =
        new HashSet<>(subscriptions.known(chunk.stream().map(one -> one.address().key()).toList()));
    Map<EmailAddress, SuppressionReason> refused =
        suppressions.reasonsFor(chunk.stream().map(ImportedSubscriber::address).toList());
    List<ImportResult> results = new ArrayList<>(chunk.size());
    List<ImportedSubscriber> welcome = new ArrayList<>(chunk.size());
    for (ImportedSubscriber one : chunk) {
      SuppressionReason reason = refused.get(one.address());
      if (known.contains(one.address().key())) {
        results.add(new ImportResult.Unchanged());
      } else if (reason != null) {
        results.add(new ImportResult.Suppressed(reason));
      } else {
        known.add(one.address().key());
        welcome.add(one);
        results.add(new ImportResult.Imported());
      }
    }
    // In one order, so that two who bring the same readers never wait for each other in a ring.
    welcome.sort(Comparator.comparing(one -> one.address().key()));
    insert(welcome, key, first);
    return results;
  }

  private void insert(
      List<ImportedSubscriber> welcome, Function<TopicText, TopicKey> key, FirstDigest first) {
    Map<TopicKey, Long> ids = ids(welcome, key);
    Set<Long> asked = new HashSet<>();
    Set<Long> muted = new HashSet<>();
    subscriptions.getEntityManager().unwrap(Session.class).setJdbcBatchSize(welcome.size() + 1);
    Instant now = clock.instant();
    List<Subscriber> people =
        welcome.stream()
            .map(
                one ->
                    new Subscriber(
                        one.address(), Consent.imported(one.consentAt(), one.consentSource(), now)))
            .toList();
    // Table by table, so that the inserts of one table make batches.
    subscribers.persist(people);
    for (int i = 0; i < people.size(); i++) {
      Choices choices = welcome.get(i).choices();
      Subscription subscription = new Subscription(people.get(i), choices, now);
      if (first == FirstDigest.AT_SLOT) {
        subscription.waitForSlot(now);
      }
      for (TopicChoice choice : choices.topics()) {
        Long id = Objects.requireNonNull(ids.get(key.apply(choice.text())));
        subscription.topics.add(AskedTopic.of(id, choice));
        asked.add(id);
      }
      for (TopicChoice choice : choices.mute()) {
        Long id = Objects.requireNonNull(ids.get(key.apply(choice.text())));
        subscription.mutes.add(AskedTopic.of(id, choice));
        muted.add(id);
      }
      subscriptions.persist(subscription);
    }
    subscriptions.flush();
    topics.gainedReaders(asked, muted);
    // The commit need not look for changes again.
    subscriptions.flush();
    subscriptions.getEntityManager().clear();
    if (first == FirstDigest.NOW && !welcome.isEmpty()) {
      due.fire(new DigestDue());
    }
  }

  /** The ids of all their topics and mutes. */
  private Map<TopicKey, Long> ids(
      List<ImportedSubscriber> people, Function<TopicText, TopicKey> key) {
    Set<TopicKey> keys = new HashSet<>();
    for (ImportedSubscriber one : people) {
      one.choices().topics().forEach(choice -> keys.add(key.apply(choice.text())));
      one.choices().mute().forEach(choice -> keys.add(key.apply(choice.text())));
    }
    return keys.isEmpty() ? Map.of() : topics.idsOf(keys);
  }
}
