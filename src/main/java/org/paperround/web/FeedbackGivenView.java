package org.paperround.web;

import org.jspecify.annotations.Nullable;
import org.paperround.digest.PaperView;
import org.paperround.subscription.Want;

/**
 * What a reader said of a paper, or took back.
 *
 * @param base where it is taken back, up to {@code /withdraw/} and the paper
 * @param want what is noted now; null for nothing any more
 */
record FeedbackGivenView(String base, PaperView paper, @Nullable Want want) {

  /** The sentence on top. */
  public String heading() {
    return want == null ? "Taken back" : FeedbackView.words(want);
  }

  /** What happens next. */
  public String sentence() {
    if (want == null) {
      return "From your next digest on, what you said of this paper counts no more.";
    }
    String where = want == Want.MORE ? "higher" : "lower";
    return "From your next digest on, papers like this one stand "
        + where
        + " among those that answer your topics.";
  }
}
