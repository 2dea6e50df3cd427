package org.paperround.subscription;

/** How often a digest comes. */
public enum Frequency {
  /** Every day. */
  DAILY,
  /** Monday to Friday, as the reader's own calendar has them. */
  WEEKDAYS,
  /** Once a week, on the chosen weekday. */
  WEEKLY
}
