package org.paperround.bounce.webhook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** How old a signature may be. */
record SignedAt(Clock clock, Duration within) {

  /** Clocks differ. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * Whether it is recent.
   *
   * @param epochSeconds in digits; anything else is not recent
   */
  boolean isRecent(String epochSeconds) {
    try {
      Instant at = Instant.ofEpochSecond(Long.parseLong(epochSeconds));
      Instant now = clock.instant();
      return !at.isBefore(now.minus(within)) && !at.isAfter(now.plus(AHEAD));
    } catch (NumberFormatException | DateTimeException malformed) {
      return false;
    }
  }
}
