package org.paperround.base;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments in files people bring: an instant with its offset, or a date, in ISO-8601. */
public final class MomentText {

  private static final int DATE_LENGTH = "2024-03-01".length();

  private MomentText() {}

  /**
   * Reads a moment that is over; a date stands for its first instant, UTC.
   *
   * @throws DateTimeException if it is none, is before 1970 or is not over
   */
  public static Instant past(String text, Instant now) {
    Instant moment =
        text.length() == DATE_LENGTH
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text).toInstant();
    if (moment.isAfter(now) || moment.isBefore(Instant.EPOCH)) {
      throw new DateTimeException("Not a moment that can be meant: " + text);
    }
    return moment;
  }
}
