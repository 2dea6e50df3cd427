package org.paperround.paper.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt at a source failed in a way that may pass. */
final class AttemptFailed extends Exception {

  private final @Nullable Duration retryAfter;

  /**
   * @param retryAfter what the source asked for, null if it did not ask
   */
  AttemptFailed(String reason, @Nullable Duration retryAfter) {
    super(reason);
    this.retryAfter = retryAfter;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
