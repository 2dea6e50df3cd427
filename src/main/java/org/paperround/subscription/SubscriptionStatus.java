package org.paperround.subscription;

/** Where a subscription stands. */
public enum SubscriptionStatus {
  /** Asked for, and no row yet: a {@link SignUp} whose token has not come back. */
  UNCONFIRMED,
  /** Confirmed by the reader; digests are due. */
  CONFIRMED,
  /** The reader asked for a break; the next due instant ends it. */
  PAUSED,
  /** The reader left. */
  UNSUBSCRIBED;

  /** Whether its topics are asked on the reader's behalf. */
  boolean isReading() {
    return this == CONFIRMED || this == PAUSED;
  }
}
