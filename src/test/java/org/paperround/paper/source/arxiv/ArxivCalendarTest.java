package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(calendar.quietOn(day).orElse("")).isEqualTo(reason);
  }
}
