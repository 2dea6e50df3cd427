package org.paperround.subscription;

/** What a round made of a subscription, so that silence can be explained. */
public enum RoundOutcome {
  /** An edition was composed. */
  EDITION,
  /** Papers were new, and none of them answered a topic, those aside that were muted. */
  NOTHING_MATCHED,
  /** No paper was new at all. */
  NO_PAPERS,
  /** This period had its edition already. */
  ALREADY_SERVED
}
