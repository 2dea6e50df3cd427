package org.paperround.subscription;

import java.time.Duration;

/** One client came too often; it may come again after a while. */
public final class TooManyRequests extends RuntimeException {

  private final Duration retryAfter;

  TooManyRequests(Duration retryAfter) {
    super("Too many requests from one client");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
