package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.paperround.base.EmailAddress;
import org.paperround.base.SignedToken;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;
import org.paperround.delivery.CancelReason;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.Outbox;
import org.paperround.suppression.Suppressions;

/** What a reader can do to their own subscription, by the links in their mails. */
@ApplicationScoped
public class Subscriptions {

  /** How long somebody who left may come back by the same link. */
  public static final Duration MAY_COME_BACK_FOR = Duration.ofHours(24);

  private final SubscriptionRepository subscriptions;
  private final SubscriberRepository subscribers;
  private final SignUpRepository signUps;
  private final SubscriptionTopics topics;
  private final Suppressions suppressions;
  private final Outbox outbox;
  private final SignedTokens tokens;
  private final Clock clock;
  private final Event<SubscriptionErased> erased;

  Subscriptions(
      SubscriptionRepository subscriptions,
      SubscriberRepository subscribers,
      SignUpRepository signUps,
      SubscriptionTopics topics,
      Suppressions suppressions,
      Outbox outbox,
      SignedTokens tokens,
      Clock clock,
      Event<SubscriptionErased> erased) {
    this.subscriptions = subscriptions;
    this.subscribers = subscribers;
    this.signUps = signUps;
    this.topics = topics;
    this.suppressions = suppressions;
    this.outbox = outbox;
    this.tokens = tokens;
    this.clock = clock;
    this.erased = erased;
  }

  /** Shows the subscription a link of this purpose speaks of; changes nothing. */
  @Transactional
  public LinkResult look(Purpose purpose, String token) {
    // Not locked: who only looks neither waits for a round nor hides the row from it.
    return read(
        purpose,
        token,
        id ->
            subscriptions
                .findByIdOptional(id)
                .<LinkResult>map(found -> new LinkResult.Done(SubscriptionView.of(found)))
                .orElseGet(LinkResult.Gone::new));
  }

  /** Replaces what the reader chose. What they left stays left. */
  @Transactional
  public LinkResult replace(String preferencesToken, Choices choices) {
    return with(
        Purpose.PREFERENCES,
        preferencesToken,
        subscription -> {
          topics.choose(subscription, choices);
          if (subscription.status.isReading()) {
            due(subscription);
          }
        });
  }

  /** Ends the subscription at once, for mail already queued too. */
  @Transactional
  public LinkResult leave(String unsubscribeToken) {
    return with(
        Purpose.UNSUBSCRIBE,
        unsubscribeToken,
        subscription -> {
          if (subscription.status.isReading()) {
            subscription.leave(clock.instant());
            outbox.cancel(subscription.id, MailKind.EDITION, CancelReason.UNSUBSCRIBED);
            topics.readingChanged(subscription);
          }
        });
  }

  /**
   * Stops digests for some days; the first one after them covers what the window still holds.
   *
   * @param days 1 to 366
   */
  @Transactional
  public LinkResult pause(Purpose purpose, String token, int days) {
    return with(
        purpose,
        token,
        subscription -> {
          if (subscription.status.isReading()) {
            Instant until = clock.instant().plus(Duration.ofDays(days));
            subscription.status = SubscriptionStatus.PAUSED;
            subscription.firstDigestDue = false;
            subscription.dueAt = subscription.nextSlotAfter(until);
            outbox.cancel(subscription.id, MailKind.EDITION, CancelReason.PAUSED);
          }
        });
  }

  /** Makes the digest a weekly one. */
  @Transactional
  public LinkResult weekly(String unsubscribeToken) {
    return with(
        Purpose.UNSUBSCRIBE,
        unsubscribeToken,
        subscription -> {
          if (subscription.status.isReading()) {
            subscription.frequency = Frequency.WEEKLY;
            due(subscription);
          }
        });
  }

  /**
   * Ends a pause, or takes back a reader who left: by an unsubscribe link only for {@link
   * #MAY_COME_BACK_FOR}, afterwards it is expired.
   */
  @Transactional
  public LinkResult resume(Purpose purpose, String token) {
    LinkResult result =
        with(
            purpose,
            token,
            subscription -> {
              if (subscription.status != SubscriptionStatus.CONFIRMED
                  && mayResume(subscription, purpose)) {
                subscription.status = SubscriptionStatus.CONFIRMED;
                subscription.leftAt = null;
                due(subscription);
                topics.readingChanged(subscription);
              }
            });
    return result instanceof LinkResult.Done done
            && done.subscription().status() == SubscriptionStatus.UNSUBSCRIBED
        ? new LinkResult.Expired()
        : result;
  }

  private boolean mayResume(Subscription subscription, Purpose purpose) {
    return purpose == Purpose.PREFERENCES
        || subscription.leftAt == null
        || clock.instant().isBefore(subscription.leftAt.plus(MAY_COME_BACK_FOR));
  }

  /**
   * Forgets the reader: everything goes but a keyed hash, which stops mail to the address until its
   * owner signs up and confirms again.
   */
  @Transactional
  public LinkResult erase(String preferencesToken) {
    return with(Purpose.PREFERENCES, preferencesToken, this::erase);
  }

  private void erase(Subscription subscription) {
    EmailAddress address = subscription.subscriber.address();
    subscription.leave(clock.instant());
    topics.readingChanged(subscription);
    // Mails before editions, as everybody locks them who records what became of a mail.
    outbox.anonymise(subscription.id);
    outbox.anonymise(address);
    erased.fire(new SubscriptionErased(subscription.id));
    signUps.forget(address.key());
    Subscriber subscriber = subscription.subscriber;
    subscriptions.delete(subscription);
    subscribers.delete(subscriber);
    suppressions.suppressErased(address);
  }

  /** When the next digest is due once the reader chose anew: one that is overdue stays due. */
  private void due(Subscription subscription) {
    Instant now = clock.instant();
    Instant due = subscription.dueAt;
    if (subscription.status == SubscriptionStatus.PAUSED) {
      subscription.endPauseAtASlot();
    } else if (!subscription.firstDigestDue && (due == null || due.isAfter(now))) {
      subscription.dueAt = subscription.nextSlotAfter(now);
    }
  }

  private LinkResult with(Purpose purpose, String token, Consumer<Subscription> action) {
    return read(
        purpose,
        token,
        id ->
            subscriptions
                .locked(id)
                .<LinkResult>map(subscription -> done(subscription, action))
                .orElseGet(LinkResult.Gone::new));
  }

  private LinkResult.Done done(Subscription subscription, Consumer<Subscription> action) {
    SubscriptionView before = SubscriptionView.of(subscription);
    action.accept(subscription);
    return new LinkResult.Done(
        subscriptions.isPersistent(subscription) ? SubscriptionView.of(subscription) : before);
  }

  private LinkResult read(Purpose purpose, String token, LongFunction<LinkResult> found) {
    SignedToken.Reading reading = tokens.read(purpose, token);
    if (reading instanceof SignedToken.Valid valid) {
      return found.apply(valid.token().id());
    }
    return reading instanceof SignedToken.Expired
        ? new LinkResult.Expired()
        : new LinkResult.Forged();
  }
}
