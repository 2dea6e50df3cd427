package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.TestClock;
import org.paperround.paper.ArxivSchedule;
import org.paperround.paper.Ingestion;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.PaperRows;
import org.paperround.paper.Papers;
import org.paperround.paper.source.Replay;

/** Which day it is for arXiv, and what its archive is asked for. */
@QuarkusTest
@TestProfile(ArxivReplayProfile.class)
class ArxivHoursTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

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

  /** What arXiv's lists are of, and when they are asked. */
  private Optional<Ingestion> run(Replay replay, LocalDate list, String at) {
    replay.today(list);
    clock.set(Instant.parse(at));
    return schedule.run();
  }

  private static List<String> archive(Replay replay) {
    return replay.requests().stream()
        .map(Replay.Request::path)
        .filter(path -> path.startsWith("/oai"))
        .toList();
  }

  @Test
  void theListOfADayStandsUntilMidnightInTheEastOfTheUnitedStates() throws IOException {
    try (Replay replay = Replay.on(MONDAY)) {
      // Followed for the first time on Monday evening, Eastern, which is Tuesday for us.
      Ingestion first = run(replay, MONDAY, "2026-06-02T01:12:00Z").orElseThrow();
      assertThat(first.date()).isEqualTo(MONDAY);
      assertThat(first.verdict()).isEqualTo(Verdict.NEW_PAPERS);
      RecordedIds.areHeld(papers, MONDAY, MONDAY);

      assertThat(run(replay, MONDAY, "2026-06-02T03:12:00Z")).isEmpty();
      Ingestion second = run(replay, TUESDAY, "2026-06-02T04:12:00Z").orElseThrow();
      assertThat(second.verdict()).isEqualTo(Verdict.NEW_PAPERS);
      assertThat(archive(replay)).isEmpty();
    }
    RecordedIds.areHeld(papers, MONDAY, TUESDAY);
  }

  @Test
  void papersThatTheArchiveHasBeforeTheListsDoNotMakeTheListStale() throws IOException {
    try (Replay replay = Replay.on(MONDAY)) {
      run(replay, MONDAY, "2026-06-01T06:12:00Z");
    }
    try (Replay replay = Replay.on(TUESDAY, "500@/rss:all")) {
      for (String hour : List.of("21", "22", "23")) {
        run(replay, TUESDAY, "2026-06-02T" + hour + ":12:00Z");
      }
    }
    RecordedIds.areHeld(papers, MONDAY, TUESDAY);
    rows.sql("update category_standing set done_on = null, reviewed_on = date '2026-06-01'");
    try (Replay replay = Replay.on(WEDNESDAY, "500@/rss:all")) {
      Ingestion early = run(replay, WEDNESDAY, "2026-06-03T03:12:00Z").orElseThrow();
      assertThat(early.verdict()).isEqualTo(Verdict.NEW_PAPERS);
    }
    RecordedIds.areHeld(papers, MONDAY, WEDNESDAY);

    try (Replay replay = Replay.on(WEDNESDAY)) {
      Ingestion late = run(replay, WEDNESDAY, "2026-06-03T04:12:00Z").orElseThrow();
      assertThat(late.categories())
          .allSatisfy(c -> assertThat(c.verdict()).isNotEqualTo(Verdict.STALE));
      assertThat(late.created()).isZero();
    }
  }

  @Test
  void whatAnOldFirstListHidComesWithTheArchive() throws IOException {
    LocalDate nextMonday = MONDAY.plusDays(7);
    try (Replay replay = Replay.on(MONDAY)) {
      run(replay, MONDAY, "2026-06-02T06:12:00Z");
      for (int day = 2; day < 7; day++) {
        run(replay, MONDAY.plusDays(day), MONDAY.plusDays(day) + "T06:12:00Z");
      }
      run(replay, nextMonday, nextMonday + "T06:12:00Z");
    }
    RecordedIds.areHeld(papers, MONDAY, nextMonday);
  }

  @Test
  void theArchiveIsNotAskedForMoreThanDigestsLookBackTo() throws IOException {
    try (Replay replay = Replay.on(MONDAY)) {
      run(replay, MONDAY, "2026-06-01T06:12:00Z");
      run(replay, MONDAY, "2026-09-02T06:12:00Z");
      assertThat(archive(replay)).isNotEmpty().allMatch(path -> path.contains("from=2026-08-18"));
    }
  }

  @Test
  void aHolidayIsBelievedAndYetAskedAgain() throws IOException {
    LocalDate juneteenth = LocalDate.parse("2026-06-19");
    try (Replay replay = Replay.on(juneteenth)) {
      Ingestion quiet = run(replay, juneteenth, "2026-06-19T06:12:00Z").orElseThrow();
      assertThat(quiet.verdict()).isEqualTo(Verdict.NOTHING_NEW);
      assertThat(quiet.reason()).contains("arXiv has a holiday on 2026-06-19");
      assertThat(run(replay, juneteenth, "2026-06-19T07:12:00Z")).isPresent();
    }
  }

  @Test
  void whileTheApiStandsInForTheArchiveTheArchiveIsAskedAgain() throws IOException {
    try (Replay replay = Replay.on(MONDAY)) {
      run(replay, MONDAY, "2026-06-01T06:12:00Z");
    }
    try (Replay replay = Replay.on(WEDNESDAY, "500@/oai:all")) {
      Ingestion filled = run(replay, WEDNESDAY, "2026-06-03T06:12:00Z").orElseThrow();
      assertThat(filled.verdict()).isEqualTo(Verdict.NEW_PAPERS);
      assertThat(filled.categories())
          .allSatisfy(c -> assertThat(c.reason()).contains("the archive is asked again"));
    }
    RecordedIds.areHeld(papers, MONDAY, WEDNESDAY);
    LocalDate thursday = WEDNESDAY.plusDays(1);
    try (Replay replay = Replay.on(WEDNESDAY)) {
      assertThat(run(replay, WEDNESDAY, "2026-06-03T07:12:00Z")).isPresent();
      assertThat(run(replay, WEDNESDAY, "2026-06-03T08:12:00Z")).isEmpty();
      Ingestion next = run(replay, thursday, "2026-06-04T06:12:00Z").orElseThrow();
      assertThat(next.categories()).allMatch(c -> c.verdict() == Verdict.NEW_PAPERS);
    }
    RecordedIds.areHeld(papers, MONDAY, thursday);
  }

  @Test
  void aRunThatFailsUnexpectedlyLeavesAVerdict() throws IOException {
    rows.sql("alter table category_standing rename to category_stood");
    try (Replay replay = Replay.on(MONDAY)) {
      Ingestion failed = run(replay, MONDAY, "2026-06-01T06:12:00Z").orElseThrow();
      assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(failed.reason()).isEqualTo("it failed unexpectedly; the log says more");
    } finally {
      rows.sql("alter table category_stood rename to category_standing");
    }
  }
}
