package org.paperround.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The page of one day.
 *
 * @param previous the nearest day before it that has papers
 * @param next the nearest day after it that has papers
 */
record DayView(DayOfPapers day, @Nullable LocalDate previous, @Nullable LocalDate next) {

  public String previousLabel() {
    return previous == null ? "" : DayOfPapers.label(previous);
  }

  public String nextLabel() {
    return next == null ? "" : DayOfPapers.label(next);
  }
}
