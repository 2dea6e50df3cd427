package org.paperround.paper;

/** An ingestion of that source is running, here or on another instance. */
public final class SourceBusy extends RuntimeException {

  SourceBusy(String source) {
    super(
        "An ingestion of "
            + source
            + " is running. Try again when it has ended; should its process have died, in five"
            + " minutes.");
  }
}
