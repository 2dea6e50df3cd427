package org.paperround.paper.source.arxiv;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * On which days arXiv announces nothing. What is announced at 20:00 US Eastern counts for the day
 * after, in UTC and in arXiv's lists: none on Friday and Saturday evenings makes Saturday and
 * Sunday quiet. A holiday may defer the announcement that counts for it or the one of its evening.
 */
final class ArxivCalendar {

  private final Set<LocalDate> holidays;

  ArxivCalendar(Collection<LocalDate> holidays) {
    this.holidays = Set.copyOf(holidays);
  }

  /** Why a day may be quiet; empty if announcements are expected. */
  Optional<String> quietOn(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return Optional.of("arXiv announces nothing on Friday evenings");
    }
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return Optional.of("arXiv announces nothing on Saturday evenings");
    }
    if (holidays.contains(day)) {
      return Optional.of("arXiv has a holiday on " + day);
    }
    return holidays.contains(day.minusDays(1))
        ? Optional.of("arXiv had a holiday on " + day.minusDays(1))
        : Optional.empty();
  }
}
