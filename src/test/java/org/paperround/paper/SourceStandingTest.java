package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.SourceStanding.Asked;

/** The newest day that a source was asked for decides. */
class SourceStandingTest {

  /** Ingestions in the order in which they began: on a day of May, for a day of May. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          never asked                         |                                                |
          last good                           | 4:4 FAILED, 4:4 NEW_PAPERS                     |
          bad since the first after the good  | 4:4 NOTHING_NEW, 5:5 STALE, 6:6 FAILED         | 5
          never good                          | 4:4 FAILED, 5:5 FAILED                         | 4
          yesterday's excuses nothing         | 4:4 STALE, 4:3 NEW_PAPERS, 5:5 STALE, 5:4 NEW_PAPERS | 4
          yesterday's blames nothing          | 5:5 NEW_PAPERS, 5:4 FAILED                     |
          an old day excuses nothing          | 5:5 FAILED, 6:1 NEW_PAPERS                     | 5
          an old day blames nothing           | 4:4 NEW_PAPERS, 5:1 FAILED                     |
          the troubled day read later         | 4:4 STALE, 5:4 NEW_PAPERS                      |
          a newer day read well               | 4:4 STALE, 5:5 NEW_PAPERS, 5:4 STALE           |
          a day to come excuses nothing       | 4:4 STALE, 4:9 NOTHING_NEW                     | 4
          a day to come blames nothing        | 4:4 NEW_PAPERS, 4:9 FAILED, 5:5 NEW_PAPERS     |
          """)
  void aSourceIsInTroubleSinceItsFirstBadAnswerForItsNewestDay(
      String what, String ingestions, Integer since) {
    SourceStanding standing = new SourceStanding();
    for (String ingestion : ingestions == null ? new String[0] : ingestions.split(", ")) {
      String[] parts = ingestion.split("[: ]");
      standing.take(
          new Asked("scripted", 1, day(parts[1]), at(parts[0]), Verdict.valueOf(parts[2])));
    }
    assertThat(standing.troubledSince().orElse(null))
        .isEqualTo(since == null ? null : at(since.toString()));
  }

  private static LocalDate day(String ofMay) {
    return LocalDate.of(2026, 5, Integer.parseInt(ofMay));
  }

  private static Instant at(String ofMay) {
    return Instant.parse("2026-05-0%sT12:00:00Z".formatted(ofMay));
  }
}
