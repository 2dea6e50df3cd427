package org.paperround.suppression;

/** Why an address must not be mailed. */
public enum SuppressionReason {
  /** A server said for good that there is no such mailbox. */
  HARD_BOUNCE,
  /** Its owner called one of our mails spam. */
  COMPLAINT,
  /** Too many temporary refusals with no success between. */
  REPEATED_SOFT_BOUNCE,
  /** The operator said so. */
  MANUAL,
  /** Its owner asked to be forgotten; only a keyed hash of the address is left. */
  ERASED
}
