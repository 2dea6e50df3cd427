package org.paperround.delivery;

/** Why a mail was cancelled by somebody. The ledger shows it as the reason of {@code CANCELLED}. */
public enum CancelReason {
  /** The reader left. */
  UNSUBSCRIBED,
  /** The reader asked to be forgotten. */
  ERASED,
  /** The reader wants no mail for a while. */
  PAUSED,
  /** The operator took it back. */
  OPERATOR
}
