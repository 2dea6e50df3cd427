package org.paperround.paper.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt at a source failed in a way that may pass. */
final class AttemptFailed extends Exception {

  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final @Nullable Duration retryAfter;

  /**
   * @param retryAfter what the source asked for, null if it did not ask
   */
  AttemptFailed(String reason, @Nullable Duration retryAfter) {
    super(reason);
    this.retryAfter = retryAfter;
  }

  /** Whether another attempt at once makes sense; not if the source wants a longer rest. */
  boolean mayPassSoon() {
    return retryAfter == null || retryAfter.compareTo(LONGEST_REST) <= 0;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
