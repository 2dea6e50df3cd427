package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.base.TestClock;
import org.paperround.paper.ArxivSchedule;
import org.paperround.paper.Ingestion;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.PaperRows;
import org.paperround.paper.Papers;
import org.paperround.paper.source.Replay;

/** Every way in which a source can misbehave, on every way to arXiv. */
@QuarkusTest
@TestProfile(ArxivReplayProfile.class)
class ArxivFaultsTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  @Inject ArxivSchedule schedule;
  @Inject Papers papers;
  @Inject PaperRows rows;
  @Inject TestClock clock;

  @BeforeEach
  void start() {
    Replay.recordings();
    rows.clear();
  }

  @AfterEach
  void stop() {
    rows.clear();
    clock.reset();
  }

  private Ingestion on(LocalDate day, int hour, String... faults) throws IOException {
    try (Replay replay = Replay.on(day, faults)) {
      replay.today(day);
      clock.set(day.atTime(LocalTime.of(hour, 12)).toInstant(ZoneOffset.UTC));
      return schedule.run().orElseThrow();
    }
  }

  @ParameterizedTest(name = "{0}: {1} because {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "429@/rss | NEW_PAPERS | papers are new",
        "503@/rss | NEW_PAPERS | papers are new",
        "500@/rss | NEW_PAPERS | papers are new",
        "truncate@/rss | NEW_PAPERS | papers are new",
        "slow@/rss | NEW_PAPERS | papers are new",
        "html@/rss | FAILED | a web page in place of data",
        "error-entry@/rss | FAILED | answered with an error: incorrect id",
        "bomb@/rss | FAILED | no RSS or Atom feed",
        "huge@/rss | FAILED | more than 20 MiB",
        "empty@/rss | STALE | empty on a day that has announcements",
        "stale@/rss | STALE | announced on an earlier day",
        "429@/rss:all | FAILED | answered 429 three times",
        "503@/rss:all | FAILED | answered 503 three times",
        "500@/rss:all | FAILED | answered 500 three times",
        "truncate@/rss:all | FAILED | lost the connection three times",
        "slow@/rss:all | FAILED | did not answer within 3 s three times",
        "html@/rss:all | FAILED | a web page in place of data",
        "error-entry@/rss:all | FAILED | answered with an error",
        "bomb@/rss:all | FAILED | no RSS or Atom feed",
        "huge@/rss:all | FAILED | more than 20 MiB",
        "empty@/rss:all | STALE | empty on a day that has announcements",
        "stale@/rss:all | STALE | announced on an earlier day",
      })
  void todaysListIsBelievedOnlyWhenItIsToday(String fault, Verdict verdict, String reason)
      throws IOException {
    on(MONDAY, 6);

    Ingestion troubled = on(MONDAY.plusDays(1), 6, fault);
    assertThat(troubled.verdict()).isEqualTo(verdict);
    assertThat(troubled.reason()).contains(reason);
    if (verdict != Verdict.NEW_PAPERS) {
      RecordedIds.areHeld(papers, MONDAY, MONDAY);
      assertThat(on(MONDAY.plusDays(1), 7).verdict()).isEqualTo(Verdict.NEW_PAPERS);
    }
    RecordedIds.areHeld(papers, MONDAY, MONDAY.plusDays(1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "429@/oai", "503@/oai:2", "500@/oai", "truncate@/oai", "slow@/oai",
    "html@/oai:all", "error-entry@/oai:all", "bomb@/oai:all", "huge@/oai:all", "empty@/oai:all",
    "500@/oai:all", "truncate@/oai:all", "429@/oai:all"
  })
  void aMissedDayIsFilledByOaiPmhOrElseByTheApi(String fault) throws IOException {
    on(MONDAY, 6);
    Ingestion filled = on(MONDAY.plusDays(2), 6, fault);
    assertThat(filled.verdict()).isEqualTo(Verdict.NEW_PAPERS);
    RecordedIds.areHeld(papers, MONDAY, MONDAY.plusDays(2));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"500@/api:all", "error-entry@/api:all", "empty@/api:all", "html@/api:all"})
  void aGapThatCannotBeFilledStaysOpenAndHoldsUpNothing(String fault) throws IOException {
    on(MONDAY, 6);
    Ingestion today = on(MONDAY.plusDays(2), 6, "500@/oai:all", fault);
    assertThat(today.verdict()).isEqualTo(Verdict.NEW_PAPERS);
    assertThat(today.categories())
        .allSatisfy(of -> assertThat(of.reason()).contains("could not be read"));

    assertThat(on(MONDAY.plusDays(2), 7).verdict()).isEqualTo(Verdict.NEW_PAPERS);
    RecordedIds.areHeld(papers, MONDAY, MONDAY.plusDays(2));
  }
}
