package org.paperround.topic.query;

/** A topic that was refused, with the place and what to do about it. */
public final class QueryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int position;
  private final String detail;

  /** A refusal of a text at a place of it; {@code detail} says what to do. */
  public QueryException(int position, String detail) {
    super(detail + " (at character " + position + ")");
    this.position = position;
    this.detail = detail;
  }

  /** Where: a 0-based offset in characters (UTF-16) into the text as it was given. */
  public int position() {
    return position;
  }

  /** A sentence for the person who wrote the query that says what to do. */
  public String detail() {
    return detail;
  }
}
