package org.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paperround.subscription.GivenFeedback;
import org.paperround.subscription.Want;

/**
 * What a reader said of a paper, as the API shows it.
 *
 * @param want null where they said nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FeedbackJson(String paper, String title, @Nullable Want want, @Nullable Instant givenAt) {

  static FeedbackJson of(GivenFeedback given, String title) {
    return new FeedbackJson(given.paper().value(), title, given.want(), given.givenAt());
  }
}
