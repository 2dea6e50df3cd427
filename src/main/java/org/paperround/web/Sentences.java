package org.paperround.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paperround.digest.DueDay;
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

  /** Why there was no mail on the newest of these due days; null when there was one, or none. */
  static @Nullable String silence(List<DueDay> newestFirst) {
    return newestFirst.stream()
        .findFirst()
        .filter(day -> day.papers() == 0)
        .map(day -> DAY.format(day.day()) + ". " + dueDay(day))
        .orElse(null);
  }

  /** What came on a due day, or why nothing did. */
  static String dueDay(DueDay day) {
    String papers = papers(day.papers());
    return switch (day.outcome()) {
      case SENT -> papers + " sent, of " + day.seen() + " new.";
      case WAITING -> papers + " on the way, of " + day.seen() + " new.";
      case NOT_DELIVERED -> papers + " could not be delivered; they may come again.";
      case NOTHING_MATCHED, NO_PAPERS -> nothingSent(day.seen(), day.muted()) + ".";
      case SOURCE_TROUBLE ->
          nothingSent(day.seen(), day.muted())
              + "; "
              + Objects.requireNonNullElse(day.trouble(), "not every source could be read")
              + ". What was missed comes later.";
    };
  }

  private static String nothingSent(int seen, int muted) {
    if (seen == 0) {
      return "Nothing sent: no source had brought anything new";
    }
    if (muted == 0) {
      return seen == 1
          ? "Nothing sent: the one new paper answered none of your topics"
          : "Nothing sent: none of " + seen + " new papers answered your topics";
    }
    String answered = seen == 1 ? "the one new paper" : muted + " of " + seen + " new papers";
    return "Nothing sent: "
        + answered
        + " answered your topics, but also what you asked never to see";
  }

  private static String papers(int count) {
    return count == 1 ? "1 paper" : count + " papers";
  }
}
