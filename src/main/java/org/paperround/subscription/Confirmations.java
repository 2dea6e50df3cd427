package org.paperround.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.paperround.base.SignedToken;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;
import org.paperround.suppression.Suppressions;

/** Double opt-in: the POST that proves that the address's owner wants the mail. */
@ApplicationScoped
public class Confirmations {

  private final SignUpRepository signUps;
  private final SubscriberRepository subscribers;
  private final SubscriptionRepository subscriptions;
  private final SubscriptionTopics topics;
  private final Suppressions suppressions;
  private final SignedTokens tokens;
  private final ClientHash clientHash;
  private final ObjectMapper json;
  private final Clock clock;
  private final Event<DigestDue> due;

  Confirmations(
      SignUpRepository signUps,
      SubscriberRepository subscribers,
      SubscriptionRepository subscriptions,
      SubscriptionTopics topics,
      Suppressions suppressions,
      SignedTokens tokens,
      ClientHash clientHash,
      ObjectMapper json,
      Clock clock,
      Event<DigestDue> due) {
    this.signUps = signUps;
    this.subscribers = subscribers;
    this.subscriptions = subscriptions;
    this.topics = topics;
    this.suppressions = suppressions;
    this.tokens = tokens;
    this.clientHash = clientHash;
    this.json = json;
    this.clock = clock;
    this.due = due;
  }

  /** Says what a confirmation link is good for, and changes nothing. */
  @Transactional
  public LinkResult look(String token) {
    return read(token, (signUp, client) -> state(signUp), "");
  }

  /**
   * Confirms a sign-up. Its choices become the subscription's; doing it again changes nothing, and
   * neither does an older link once the reader has confirmed or left.
   *
   * @param client the remote address, of which only a hash is kept
   */
  @Transactional
  public LinkResult confirm(String token, String client) {
    return read(token, this::confirm, client);
  }

  private interface Step {
    LinkResult take(SignUp signUp, String client);
  }

  private LinkResult read(String token, Step step, String client) {
    SignedToken.Reading reading = tokens.read(Purpose.CONFIRMATION, token);
    if (reading instanceof SignedToken.Valid valid) {
      SignUp signUp = signUps.findById(valid.token().id(), LockModeType.PESSIMISTIC_WRITE);
      return signUp == null ? new LinkResult.Gone() : step.take(signUp, client);
    }
    return reading instanceof SignedToken.Expired
        ? new LinkResult.Expired()
        : new LinkResult.Forged();
  }

  /** What there is to see before, and instead of, confirming. */
  private LinkResult state(SignUp signUp) {
    Optional<Subscription> known = subscriptions.of(signUp.addressKey);
    if (known.isEmpty()) {
      return new LinkResult.Done(SignUpPreview.of(signUp, choices(signUp)));
    }
    Subscription subscription = known.get();
    if (subscription.status.isReading()) {
      return new LinkResult.Done(SubscriptionView.of(subscription));
    }
    boolean leftSince =
        signUp.confirmedAt != null
            || subscription.leftAt != null && signUp.askedAt.isBefore(subscription.leftAt);
    return leftSince
        ? new LinkResult.Gone()
        : new LinkResult.Done(SignUpPreview.of(signUp, choices(signUp)));
  }

  private LinkResult confirm(SignUp signUp, String client) {
    LinkResult state = state(signUp);
    Optional<Subscription> known = subscriptions.of(signUp.addressKey);
    if (state instanceof LinkResult.Gone
        || known.filter(subscription -> subscription.status.isReading()).isPresent()) {
      return state;
    }
    Instant now = clock.instant();
    Consent consent =
        Consent.confirmed(signUp.askedAt, signUp.askedFrom, now, clientHash.of(client));
    Subscription subscription = known.orElseGet(() -> welcome(signUp, consent));
    subscription.subscriber.consent = consent;
    subscription.confirm(now);
    topics.choose(subscription, choices(signUp));
    if (known.isPresent()) {
      topics.readingChanged(subscription);
    }
    signUp.confirmedAt = now;
    signUp.subscriptionId = subscription.id;
    suppressions.liftErasure(signUp.address());
    due.fire(new DigestDue());
    return new LinkResult.Done(SubscriptionView.of(subscription));
  }

  private Subscription welcome(SignUp signUp, Consent consent) {
    Subscriber subscriber = new Subscriber(signUp.address(), consent);
    subscribers.persist(subscriber);
    Subscription subscription = new Subscription(subscriber, choices(signUp), consent.givenAt());
    subscriptions.persistAndFlush(subscription);
    return subscription;
  }

  private Choices choices(SignUp signUp) {
    try {
      return json.readValue(Objects.requireNonNull(signUp.choices), Choices.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("Stored choices do not read", damaged);
    }
  }
}
