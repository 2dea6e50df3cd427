package org.paperround.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of the subscription.
 *
 * @param mayResume whether the reader who left can still come back from here
 * @param pausedUntil the day the pause ends, for {@link Outcome#PAUSED}
 */
record UnsubscribedView(
    String token, Outcome outcome, boolean mayResume, @Nullable LocalDate pausedUntil) {

  enum Outcome {
    LEFT,
    PAUSED,
    WEEKLY,
    RESUMED
  }

  /** The sentence on top. */
  public String heading() {
    return switch (outcome) {
      case LEFT -> "You are off the round";
      case PAUSED -> "Your digest pauses";
      case WEEKLY -> "Once a week from now on";
      case RESUMED -> "You are back on the round";
    };
  }

  /** What it means. */
  public String sentence() {
    return switch (outcome) {
      case LEFT -> "No more mail after this.";
      case PAUSED ->
          pausedUntil == null
              ? "No mail comes until the pause is over."
              : "No mail comes until " + DayOfPapers.label(pausedUntil) + ". Then it goes on.";
      case WEEKLY -> "The digest comes once a week, with the best of seven days.";
      case RESUMED -> "The next digest comes at its usual hour, as if you had never left.";
    };
  }

  public boolean left() {
    return outcome == Outcome.LEFT;
  }
}
