package org.paperround.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.paperround.digest.PaperView;
import org.paperround.subscription.Want;

/**
 * Asks whether more or less like a paper is wanted.
 *
 * @param base where feedback is posted, up to {@code /more/} and the paper
 * @param want what the link said
 * @param given what the reader said before; null for nothing
 */
record FeedbackView(String base, PaperView paper, Want want, @Nullable Want given) {

  /** The button's words. */
  public String asked() {
    return words(want);
  }

  /** The part of the path that the button posts to. */
  public String path() {
    return path(want);
  }

  /** The words of the other button. */
  public String opposite() {
    return words(want.opposite());
  }

  /** The part of the path that it posts to. */
  public String oppositePath() {
    return path(want.opposite());
  }

  /** "higher" or "lower". */
  public String where() {
    return want == Want.MORE ? "higher" : "lower";
  }

  /** What was said before, in the words of its button. */
  public @Nullable String saidBefore() {
    return given == null ? null : words(given).toLowerCase(Locale.ENGLISH);
  }

  static String words(Want want) {
    return want == Want.MORE ? "More like this" : "Less like this";
  }

  private static String path(Want want) {
    return want == Want.MORE ? "more" : "less";
  }
}
