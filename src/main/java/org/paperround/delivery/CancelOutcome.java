package org.paperround.delivery;

/** What became of the wish to take a mail back. */
public enum CancelOutcome {
  /** It is {@code CANCELLED}. */
  CANCELLED,
  /** It is on the wire: it is cancelled then, unless the next server takes it. */
  ASKED,
  /** It had ended already. */
  OVER,
  /** There is no such mail. */
  UNKNOWN
}
