package org.paperround.paper.source.arxiv;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.paperround.paper.AnnouncingSource.Quiet;

/**
 * On which days arXiv announces nothing. What is announced at 20:00 US Eastern counts for the day
 * after, and stands in the feeds from midnight to midnight, US Eastern: none on Friday and Saturday
 * evenings makes Saturday and Sunday quiet. A holiday may defer the announcement that counts for it
 * or the one of its evening.
 */
final class ArxivCalendar {

  /** Where arXiv's days begin and end. */
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  // What is received before then on a working day is announced that evening, or on Sunday.
  private static final LocalTime DEADLINE = LocalTime.of(14, 0);

  private final Set<LocalDate> holidays;

  ArxivCalendar(Collection<LocalDate> holidays) {
    this.holidays = Set.copyOf(holidays);
  }

  /** Why a day may be quiet; empty if announcements are expected. */
  Optional<Quiet> quietOn(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return Optional.of(new Quiet("arXiv announces nothing on Friday evenings", true));
    }
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return Optional.of(new Quiet("arXiv announces nothing on Saturday evenings", true));
    }
    if (holidays.contains(day)) {
      return Optional.of(new Quiet("arXiv has a holiday on " + day, false));
    }
    return holidays.contains(day.minusDays(1))
        ? Optional.of(new Quiet("arXiv had a holiday on " + day.minusDays(1), false))
        : Optional.empty();
  }

  /** The day in whose lists a paper stands, or may stand first, by when it was submitted. */
  LocalDate listedAfter(Instant submittedAt) {
    ZonedDateTime submitted = submittedAt.atZone(ZONE);
    LocalDate day = submitted.toLocalDate();
    if (!submitted.toLocalTime().isBefore(DEADLINE)) {
      day = day.plusDays(1);
    }
    while (isWeekend(day)) {
      day = day.plusDays(1);
    }
    do {
      day = day.plusDays(1);
    } while (quietOn(day).isPresent());
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }
}
