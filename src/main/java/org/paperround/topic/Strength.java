package org.paperround.topic;

/** How much a reader wants of a topic; what each means in numbers is settled where papers match. */
public enum Strength {
  /** Only what answers best. */
  FEW,
  /** What answers well. */
  NORMAL,
  /** What may answer, too. */
  MANY
}
