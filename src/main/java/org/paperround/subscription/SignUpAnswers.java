package org.paperround.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.Wake;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailRequest;
import org.paperround.delivery.Outbox;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

/**
 * Answers what came to the door, behind the back of whoever asked: with a confirmation, with a
 * preferences link, or with silence.
 */
@ApplicationScoped
class SignUpAnswers {

  private static final Logger LOG = Logger.getLogger(SignUpAnswers.class);
  private static final int CHUNK = 100;

  private final SignUpRepository signUps;
  private final SubscriptionRepository subscriptions;
  private final Suppressions suppressions;
  private final Outbox outbox;
  private final SubscriptionConfig config;
  private final Clock clock;
  private final Wake wake;

  SignUpAnswers(
      SignUpRepository signUps,
      SubscriptionRepository subscriptions,
      Suppressions suppressions,
      Outbox outbox,
      SubscriptionConfig config,
      Clock clock) {
    this.signUps = signUps;
    this.subscriptions = subscriptions;
    this.suppressions = suppressions;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
    this.wake = new Wake(this::answerAll);
  }

  void taken(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignUpTaken news) {
    wake.wake();
  }

  /** Whatever a killed process or a failed answer left open. */
  @Scheduled(every = "10s")
  void lookAgain() {
    wake.wake();
  }

  private void answerAll() {
    List<Long> open;
    do {
      open = QuarkusTransaction.requiringNew().call(() -> signUps.open(CHUNK));
      int failed = 0;
      for (long id : open) {
        failed += answered(id) ? 0 : 1;
      }
      if (failed == open.size()) {
        return;
      }
    } while (!open.isEmpty());
  }

  private boolean answered(long id) {
    try {
      QuarkusTransaction.requiringNew().run(() -> answer(id));
      return true;
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "Sign-up %d could not be answered and is tried again", id);
      return false;
    }
  }

  private void answer(long id) {
    SignUp signUp = signUps.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (signUp == null || signUp.answer != SignUp.Answer.OPEN) {
      return;
    }
    Optional<Subscription> known = subscriptions.of(signUp.addressKey);
    signUp.answer = tooSoonOr(signUp, answerTo(signUp, known));
    signUp.answeredAt = clock.instant();
    signUp.subscriptionId = known.map(subscription -> subscription.id).orElse(null);
    MailKind kind = mail(signUp.answer);
    if (kind != null) {
      // A known reader is mailed at the address they proved, however this one was spelled.
      EmailAddress to =
          known.map(subscription -> subscription.subscriber.address()).orElseGet(signUp::address);
      outbox.accept(new MailRequest(kind, to, id, signUp.subscriptionId));
    }
  }

  private SignUp.Answer answerTo(SignUp signUp, Optional<Subscription> known) {
    if (isSuppressed(signUp)) {
      return SignUp.Answer.SILENCE;
    }
    return switch (signUp.kind) {
      case SUBSCRIBE ->
          known.filter(subscription -> subscription.status.isReading()).isPresent()
              ? SignUp.Answer.PREFERENCES_LINK
              : SignUp.Answer.CONFIRMATION;
      case LINK -> known.isPresent() ? SignUp.Answer.PREFERENCES_LINK : SignUp.Answer.SILENCE;
    };
  }

  private boolean isSuppressed(SignUp signUp) {
    // Somebody erased may come back: their own confirmation lifts it.
    return suppressions
        .reasonFor(signUp.address())
        .filter(reason -> reason != SuppressionReason.ERASED)
        .isPresent();
  }

  private SignUp.Answer tooSoonOr(SignUp signUp, SignUp.Answer answer) {
    Instant now = clock.instant();
    boolean tooSoon =
        signUps.answered(signUp.addressKey, answer, now.minus(config.addressPause())) > 0
            || signUps.answered(signUp.addressKey, answer, now.minus(Duration.ofDays(1)))
                >= config.maxPerAddressPerDay();
    return tooSoon ? SignUp.Answer.SILENCE : answer;
  }

  private static @Nullable MailKind mail(SignUp.Answer answer) {
    return switch (answer) {
      case CONFIRMATION -> MailKind.CONFIRMATION;
      case PREFERENCES_LINK -> MailKind.PREFERENCES_LINK;
      case OPEN, SILENCE -> null;
    };
  }
}
