package org.paperround.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paperround.digest.DueDay;
import org.paperround.subscription.RoundOutcome;
import org.paperround.subscription.SubscriptionView;

/** How a subscription stands, in words for its reader. */
final class Sentences {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private Sentences() {}

  static String status(SubscriptionView view) {
    return switch (view.status()) {
      case UNCONFIRMED -> "Not confirmed yet.";
      case CONFIRMED -> "You are on the round.";
      case PAUSED -> "Your digest pauses.";
      case UNSUBSCRIBED -> "You are off the round. No mail is sent.";
    };
  }

  /** When the next digest is due, on the reader's clock; null for never. */
  static @Nullable String nextDue(SubscriptionView view) {
    Instant due = view.nextDueAt();
    ZoneId zone = view.choices().timeZone();
    return due == null ? null : WHEN.format(due.atZone(zone)) + " (" + zone.getId() + ")";
  }

  /** Why there was no mail at the last slot; null when there was one, or no slot yet. */
  static @Nullable String silence(SubscriptionView view) {
    Instant last = view.lastRoundAt();
    RoundOutcome outcome = view.lastOutcome();
    if (last == null || outcome == null) {
      return null;
    }
    String day = DAY.format(last.atZone(view.choices().timeZone()));
    int seen = Objects.requireNonNullElse(view.lastPapersSeen(), 0);
    return switch (outcome) {
      case EDITION -> null;
      case NOTHING_MATCHED -> "On " + day + " " + nothing(seen, muted(view)) + ".";
      case NO_PAPERS -> "On " + day + " no source had brought anything new.";
      case ALREADY_SERVED -> "On " + day + " you had your digest already.";
    };
  }

  /** What came on a due day, or why nothing did. */
  static String dueDay(DueDay day) {
    String papers = papers(day.papers());
    return switch (day.outcome()) {
      case SENT -> papers + " sent, of " + day.seen() + " new.";
      case WAITING -> papers + " on the way, of " + day.seen() + " new.";
      case NOT_DELIVERED -> papers + " could not be delivered; they may come again.";
      case NOTHING_MATCHED -> "Nothing sent: " + nothing(day.seen(), day.muted()) + ".";
      case NO_PAPERS -> "Nothing sent: no source had brought anything new.";
      case SOURCE_TROUBLE ->
          "Nothing sent: not every source could be read ("
              + Objects.requireNonNullElse(day.trouble(), "no reason given")
              + "), and "
              + nothing(day.seen(), day.muted())
              + ". What was missed comes later.";
    };
  }

  /** How many of the papers of a silent day were muted. */
  private static int muted(SubscriptionView view) {
    return view.silences().isEmpty() ? 0 : view.silences().get(0).papersMuted();
  }

  private static String nothing(int seen, int muted) {
    if (seen == 0) {
      return "nothing new came";
    }
    if (muted == 0) {
      return seen == 1
          ? "the one new paper answered none of your topics"
          : "none of " + seen + " new papers answered your topics";
    }
    String answered = seen == 1 ? "the one new paper" : muted + " of " + seen + " new papers";
    return answered + " answered your topics, but also what you asked never to see";
  }

  private static String papers(int count) {
    return count == 1 ? "1 paper" : count + " papers";
  }
}
