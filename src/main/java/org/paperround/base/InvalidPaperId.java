package org.paperround.base;

/** A text names no paper; the message says why, for whoever wrote it. */
public final class InvalidPaperId extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  InvalidPaperId(String message) {
    super(message);
  }
}
