package org.paperround.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.paperround.digest.PaperView;

/** The papers announced on one day. */
record DayOfPapers(LocalDate date, List<PaperView> papers) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  /** "Monday 4 May 2026". */
  public String label() {
    return label(date);
  }

  static String label(LocalDate date) {
    return DAY.format(date);
  }
}
