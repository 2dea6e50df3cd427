package org.paperround.delivery;

/** A share of the connections of its own, so that one kind of mail need not wait for another. */
public enum Lane {
  /** Asked for by a person who waits for it. */
  TRANSACTIONAL,
  /** Many at once, in their own time. */
  BULK
}
