package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.paper.AnnouncingSource.Quiet;

class ArxivCalendarTest {

  private final ArxivCalendar calendar = new ArxivCalendar(List.of(LocalDate.parse("2026-11-26")));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-20, ''",
    "2026-11-21, arXiv announces nothing on Friday evenings",
    "2026-11-22, arXiv announces nothing on Saturday evenings",
    "2026-11-23, ''",
    "2026-11-25, ''",
    "2026-11-26, arXiv has a holiday on 2026-11-26",
    "2026-11-27, arXiv had a holiday on 2026-11-26",
    "2026-11-30, ''"
  })
  void aDayIsQuietForAReason(LocalDate day, String reason) {
    assertThat(calendar.quietOn(day).map(Quiet::why).orElse("")).isEqualTo(reason);
  }

  @ParameterizedTest(name = "submitted {0}, listed {1}")
  @CsvSource({
    // Monday, before and after two in the afternoon, US Eastern.
    "2026-06-01T17:59:00Z, 2026-06-02",
    "2026-06-01T18:00:00Z, 2026-06-03",
    "2026-06-04T17:59:00Z, 2026-06-05",
    "2026-06-04T18:00:00Z, 2026-06-08",
    "2026-06-05T17:59:00Z, 2026-06-08",
    "2026-06-05T18:00:00Z, 2026-06-09",
    "2026-06-07T12:00:00Z, 2026-06-09",
    // Before a holiday, in winter.
    "2026-11-25T18:59:00Z, 2026-11-30"
  })
  void aPaperIsListedAfterTheDeadlineItMet(Instant submittedAt, LocalDate day) {
    assertThat(calendar.listedAfter(submittedAt)).isEqualTo(day);
  }
}
