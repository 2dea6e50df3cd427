package org.paperround.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.paperround.subscription.GivenFeedback;

/**
 * What a reader said of a paper, on the preferences page.
 *
 * @param path the paper as the end of a path
 * @param said "More like this, since Monday 4 May 2026"
 */
record FeedbackLine(String path, String title, String said) {

  static FeedbackLine of(GivenFeedback given, String title, ZoneId zone) {
    return new FeedbackLine(
        given.paper().path(),
        title,
        FeedbackView.words(given.want())
            + ", since "
            + DayOfPapers.label(LocalDate.ofInstant(given.givenAt(), zone)));
  }
}
