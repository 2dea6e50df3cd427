package org.paperround.suppression;

/** What became of the wish to mail a suppressed address again. */
public enum LiftOutcome {
  /** It may be mailed; where its owner was erased, as an erased address may. */
  LIFTED,
  /** It was not on the list. */
  NOT_LISTED,
  /** Its owner asked to be forgotten; only their own confirmation lifts that. */
  STAYS_ERASED
}
