package org.paperround.paper;

/** What a source says of a paper cannot be kept; the message names the field and says why. */
public final class InvalidPaper extends IllegalArgumentException {

  InvalidPaper(String message) {
    super(message);
  }
}
