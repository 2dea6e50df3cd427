package org.paperround.topic;

import java.util.Optional;
import java.util.stream.Stream;

/** How much a reader wants of a topic; what each means in numbers is settled where papers match. */
public enum Strength {
  /** Only what answers best. */
  FEW,
  /** What answers well. */
  NORMAL,
  /** What may answer, too. */
  MANY;

  /** The one of this name, in any case. */
  public static Optional<Strength> named(String name) {
    return Stream.of(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }
}
