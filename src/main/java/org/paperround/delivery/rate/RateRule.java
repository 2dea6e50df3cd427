package org.paperround.delivery.rate;

import java.time.Duration;

/**
 * At most so many mails in any window of this length.
 *
 * @param scope what is counted: the window's name and, where the rule is a domain's, the domain
 * @param most at least 1
 */
record RateRule(String scope, Duration window, int most) {

  private static final Duration LONGEST_SLOT = Duration.ofMinutes(15);
  private static final Duration LONGEST_VALIDITY = Duration.ofSeconds(1);

  /** Into how long slots the window is counted. */
  Duration slot() {
    return shorter(window.dividedBy(20), LONGEST_SLOT);
  }

  /** How long after it was allowed a mail may leave. */
  Duration validFor() {
    return shorter(window.dividedBy(20), LONGEST_VALIDITY);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
