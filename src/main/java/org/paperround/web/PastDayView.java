package org.paperround.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.paperround.digest.DueDay;

/** A due day on the preferences page. */
record PastDayView(String day, String sentence) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  static PastDayView of(DueDay day) {
    return new PastDayView(DAY.format(day.day()), Sentences.dueDay(day));
  }
}
