package org.paperround.subscription;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How often one client may come to the door, decided before anybody looks at what it brings. Kept
 * in memory, so it is per instance and starts anew with the process.
 */
@ApplicationScoped
public class ClientLimit {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_CLIENTS = 100_000;

  private final int perHour;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(HOUR).maximumSize(MOST_CLIENTS).build();

  ClientLimit(SubscriptionConfig config) {
    this.perHour = config.maxPerClientPerHour();
  }

  /**
   * Takes one of the client's turns.
   *
   * @param client what tells clients apart, such as the remote address
   * @throws TooManyRequests when none is left
   */
  public void take(String client) {
    if (perHour == 0) {
      return;
    }
    ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(String client) {
    return buckets.get(
        client,
        key ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, HOUR))
                .build());
  }
}
