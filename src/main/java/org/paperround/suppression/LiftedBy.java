package org.paperround.suppression;

/** Who let an address be mailed again. */
public enum LiftedBy {
  /** The operator took it off the list. */
  OPERATOR,
  /** Its owner, who had been erased, signed up again and confirmed. */
  READER
}
