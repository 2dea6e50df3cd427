package org.paperround.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between tries: doubling from the first to the longest, shortened by up to a
 * quarter at random so that what failed together does not come back together.
 */
record Backoff(Duration first, Duration longest) {

  private static final double JITTER = 0.25;

  /**
   * The pause after so many tries.
   *
   * @param tries at least 1
   */
  Duration after(int tries, RandomGenerator random) {
    double doubled = first.toMillis() * Math.pow(2, Math.max(0, tries - 1));
    double capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(Math.round(capped * (1 - JITTER * random.nextDouble())));
  }
}
