package org.paperround.paper.source;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits as long as the source asks, else twice as long every time, with jitter. */
final class Backoff implements CustomBackoffStrategy {

  private long next;

  Backoff(Duration first) {
    this.next = first.toMillis();
  }

  @Override
  public long nextDelayInMillis(Throwable failure) {
    if (failure instanceof AttemptFailed failed && failed.retryAfter() != null) {
      return failed.retryAfter().toMillis();
    }
    long delay = next;
    next = 2 * next;
    return delay + ThreadLocalRandom.current().nextLong(delay / 2 + 1);
  }
}
