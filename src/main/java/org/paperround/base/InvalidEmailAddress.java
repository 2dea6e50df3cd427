package org.paperround.base;

/** What was typed is no address we can mail to; the message says why, to the one who typed it. */
public final class InvalidEmailAddress extends IllegalArgumentException {

  InvalidEmailAddress(String message) {
    super(message);
  }
}
