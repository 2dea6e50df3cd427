package org.paperround;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Paperround {

  private Paperround() {}

  /** Runs until it is told to stop. */
  public static void main(String... args) {
    Quarkus.run(args);
  }
}
