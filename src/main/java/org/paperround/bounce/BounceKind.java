package org.paperround.bounce;

/** What came back for a mail. */
public enum BounceKind {
  /** There is no such mailbox or domain: suppresses the address at once. */
  HARD,
  /** Refused for now, or for a reason that may pass: suppresses when it happens again and again. */
  SOFT,
  /**
   * Refused for what we are or what the mail is: says nothing about the address, never suppresses.
   */
  POLICY,
  /** The reader called the mail spam: suppresses the address at once. */
  COMPLAINT
}
