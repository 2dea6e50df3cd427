package org.paperround.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its reader may see it.
 *
 * @param nextDueAt when the next digest is due; null after leaving
 * @param leftAt when the reader left; null while they read
 * @param lastRoundAt when a round last looked for papers for them; null before the first
 * @param lastOutcome what it found
 * @param lastPapersSeen how many papers were new then, whoever they were for
 * @param silences the last due days without a mail, newest first
 */
public record SubscriptionView(
    long id,
    String email,
    Choices choices,
    SubscriptionStatus status,
    @Nullable Instant nextDueAt,
    @Nullable Instant leftAt,
    @Nullable Instant lastRoundAt,
    @Nullable RoundOutcome lastOutcome,
    @Nullable Integer lastPapersSeen,
    List<Silence> silences) {

  static SubscriptionView of(Subscription subscription) {
    return new SubscriptionView(
        subscription.id,
        subscription.subscriber.address,
        subscription.choices(),
        subscription.status,
        subscription.dueAt,
        subscription.leftAt,
        subscription.lastRoundAt,
        subscription.lastOutcome,
        subscription.lastPapersSeen,
        Silence.read(subscription.silences));
  }
}
