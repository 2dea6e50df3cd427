package org.paperround.paper.source.arxiv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;
import org.paperround.paper.Announcement.Kind;
import org.paperround.paper.SourcedPaper;

/** When a paper was announced, as far as each interface tells. */
final class ArxivDates {

  // No digest looks further back.
  static final int DAYS_OUT_OF_SIGHT = 15;

  // arXiv began in 1991; an id names the month in which it was announced first.
  private static final Pattern MONTH = Pattern.compile("(?:^|/)(\\d\\d)(0[1-9]|1[0-2])");

  private ArxivDates() {}

  /** Dates a paper by the list it stands in; a replaced one was announced some time before. */
  static void date(SourcedPaper.Builder paper, PaperId id, Kind kind, LocalDate listedOn) {
    if (kind == Kind.REPLACE) {
      paper.announcedBefore(midnight(outOfSight(id, listedOn)));
    } else {
      paper.announcedAt(midnight(listedOn));
    }
  }

  /**
   * Dates a paper by its record. A young one was announced when its record came; of an old one the
   * record changes when it is replaced or published elsewhere. Of a replaced one the day of
   * submission may be the new version's; the month in the id stays.
   *
   * @param submittedOn null where the record does not say
   * @param listedOn when the record came or changed
   */
  static Kind date(
      SourcedPaper.Builder paper, PaperId id, @Nullable LocalDate submittedOn, LocalDate listedOn) {
    LocalDate outOfSight = listedOn.minusDays(DAYS_OUT_OF_SIGHT);
    LocalDate named = month(id);
    boolean old =
        (submittedOn != null && submittedOn.isBefore(outOfSight))
            || (named != null && !named.plusMonths(1).isAfter(outOfSight));
    Kind kind = old ? Kind.REPLACE : Kind.NEW;
    date(paper, id, kind, listedOn);
    return kind;
  }

  /** A day before any digest of that day looks, and not after the month the id names. */
  private static LocalDate outOfSight(PaperId id, LocalDate listedOn) {
    LocalDate outOfSight = listedOn.minusDays(DAYS_OUT_OF_SIGHT);
    LocalDate named = month(id);
    return named != null && named.isBefore(outOfSight) ? named : outOfSight;
  }

  /** The first day of the month that an id names. */
  private static @Nullable LocalDate month(PaperId id) {
    Matcher month = MONTH.matcher(id.value());
    if (!month.find()) {
      return null;
    }
    int year = Integer.parseInt(month.group(1));
    return LocalDate.of(year + (year > 90 ? 1900 : 2000), Integer.parseInt(month.group(2)), 1);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
