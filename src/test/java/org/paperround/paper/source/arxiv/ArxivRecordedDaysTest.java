package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.TestClock;
import org.paperround.paper.ArxivSchedule;
import org.paperround.paper.CategoryVerdict;
import org.paperround.paper.Ingestion;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.PaperRows;
import org.paperround.paper.Papers;
import org.paperround.paper.source.Replay;

/** The recorded days of arXiv, brought in by the schedule. */
@QuarkusTest
@TestProfile(ArxivReplayProfile.class)
class ArxivRecordedDaysTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
  private static final LocalDate LAST = LocalDate.parse("2026-06-09");

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

  private void at(Replay replay, LocalDate day, int hour) {
    replay.today(day);
    clock.set(day.atTime(LocalTime.of(hour, 12)).toInstant(ZoneOffset.UTC));
  }

  @Test
  void everyRecordedPaperComesInOnceAndQuietDaysAreKnownToBeQuiet() throws IOException {
    Map<LocalDate, Verdict> verdicts = new TreeMap<>();
    try (Replay replay = Replay.on(FIRST)) {
      for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        at(replay, day, 6);
        Ingestion ingestion = schedule.run().orElseThrow();
        verdicts.put(day, ingestion.verdict());
        int asked = replay.requests().size();
        at(replay, day, 7);
        assertThat(schedule.run()).as("asked again on %s", day).isEmpty();
        assertThat(replay.requests()).hasSize(asked);
      }
      paced(replay);
    }

    RecordedIds.areHeld(papers, FIRST, LAST);
    assertThat(verdicts).hasSize(9);
    verdicts.forEach(
        (day, verdict) ->
            assertThat(verdict)
                .as("%s", day)
                .isEqualTo(
                    day.getDayOfWeek().getValue() > 5 ? Verdict.NOTHING_NEW : Verdict.NEW_PAPERS));
  }

  @Test
  void aDayOfOutageIsFilledWithoutAskingForAnything() throws IOException {
    try (Replay replay = Replay.on(FIRST)) {
      at(replay, FIRST, 6);
      schedule.run();
      at(replay, FIRST.plusDays(1), 6);
      schedule.run();
    }
    try (Replay replay = Replay.on(FIRST.plusDays(2), "500:all")) {
      at(replay, FIRST.plusDays(2), 6);
      Ingestion failed = schedule.run().orElseThrow();
      assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
      assertThat(failed.reason()).contains("answered 500 three times");
    }
    try (Replay replay = Replay.on(FIRST.plusDays(3))) {
      at(replay, FIRST.plusDays(3), 6);
      Ingestion filled = schedule.run().orElseThrow();
      assertThat(filled.verdict()).isEqualTo(Verdict.NEW_PAPERS);
    }
    RecordedIds.areHeld(papers, FIRST, FIRST.plusDays(3));
  }

  @Test
  void oneCategoryThatIsStaleIsAskedAgainAndDelaysNoOther() throws IOException {
    try (Replay replay = Replay.on(FIRST)) {
      at(replay, FIRST, 6);
      schedule.run();
    }
    LocalDate day = FIRST.plusDays(1);
    try (Replay replay = Replay.on(day, "stale=cs.CL")) {
      at(replay, day, 6);
      Ingestion first = schedule.run().orElseThrow();
      assertThat(verdicts(first))
          .isEqualTo(
              Map.of(
                  "cs.AI", Verdict.NEW_PAPERS,
                  "cs.CL", Verdict.STALE,
                  "cs.CV", Verdict.NEW_PAPERS,
                  "cs.LG", Verdict.NEW_PAPERS));
      assertThat(first.verdict()).isEqualTo(Verdict.NEW_PAPERS);
      assertThat(first.reason()).contains("cs.CL is stale");

      at(replay, day, 7);
      Ingestion again = schedule.run().orElseThrow();
      assertThat(verdicts(again)).isEqualTo(Map.of("cs.CL", Verdict.NEW_PAPERS));
      assertThat(replay.requests().get(replay.requests().size() - 1).path())
          .isEqualTo("/rss/cs.CL");
      at(replay, day, 8);
      assertThat(schedule.run()).isEmpty();
    }
    RecordedIds.areHeld(papers, FIRST, day);
  }

  private static Map<String, Verdict> verdicts(Ingestion ingestion) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (CategoryVerdict of : ingestion.categories()) {
      verdicts.put(of.category(), of.verdict());
    }
    return verdicts;
  }

  private static void paced(Replay replay) {
    List<Replay.Request> requests = replay.requests();
    for (int i = 1; i < requests.size(); i++) {
      assertThat(requests.get(i).at() - requests.get(i - 1).at())
          .as("pause before %s", requests.get(i).path())
          .isGreaterThanOrEqualTo(ArxivReplayProfile.PACE_SECONDS);
    }
    assertThat(requests).allMatch(request -> request.userAgent().startsWith("Paperround/"));
  }
}
