package org.paperround.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The page an unsubscribe link opens.
 *
 * @param left whether the subscription has ended
 * @param mayResume whether the reader who left can still come back from here
 * @param pausedUntil the day a pause ends, where there is one
 * @param weekly whether digests come once a week already
 */
record UnsubscribeView(
    String token,
    boolean left,
    boolean mayResume,
    @Nullable LocalDate pausedUntil,
    boolean weekly) {

  public String pausedUntilLabel() {
    return pausedUntil == null ? "" : DayOfPapers.label(pausedUntil);
  }
}
