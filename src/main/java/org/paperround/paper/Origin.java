package org.paperround.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose word a field of a paper is; written {@code arxiv} or {@code arxiv@2026-06-02}.
 *
 * @param statedOn the day whose state the source gave, null where it did not say
 */
record Origin(String source, @Nullable LocalDate statedOn) {

  static Origin parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new Origin(text, null)
        : new Origin(text.substring(0, at), LocalDate.parse(text.substring(at + 1)));
  }

  /** Of two statements of one source whether this one counts when it comes second. */
  boolean isAsNewAs(Origin other) {
    return statedOn == null || other.statedOn == null || !statedOn.isBefore(other.statedOn);
  }

  @Override
  public String toString() {
    return statedOn == null ? source : source + "@" + statedOn;
  }
}
