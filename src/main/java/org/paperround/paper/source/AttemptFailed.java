package org.paperround.paper.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt at a source failed in a way that may pass. */
final class AttemptFailed extends Exception {

  private final @Nullable Duration retryAfter;
  private final Duration longestRest;

  /**
   * @param retryAfter what the source asked for, null if it did not ask
   * @param longestRest for how long a rest another attempt waits
   */
  AttemptFailed(String reason, @Nullable Duration retryAfter, Duration longestRest) {
    super(reason);
    this.retryAfter = retryAfter;
    this.longestRest = longestRest;
  }

  /** Whether another attempt makes sense; not if the source wants a longer rest. */
  boolean mayPassSoon() {
    return retryAfter == null || retryAfter.compareTo(longestRest) <= 0;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
