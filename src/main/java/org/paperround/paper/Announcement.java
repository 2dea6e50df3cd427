package org.paperround.paper;

/**
 * A paper in a source's announcements.
 *
 * @param paper with the categories it stands in and the day it was announced on ({@code statedOn})
 */
public record Announcement(Kind kind, SourcedPaper paper) {

  /** What an announcement means for those who follow a category. */
  public enum Kind {
    /** Announced for the first time. */
    NEW,
    /** Entered further categories; new to those who follow only these. */
    CROSS,
    /** Changed; news for nobody. */
    REPLACE
  }
}
