package org.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.PaperId;
import org.paperround.base.TestClock;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.source.Replay;

/** The recorded months of Hugging Face, brought in by the schedule, a day of outage among them. */
@QuarkusTest
@TestProfile(HuggingFaceMonthsTest.Recorded.class)
class HuggingFaceMonthsTest {

  /** The service asks the recorded Hugging Face. */
  public static class Recorded implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.url",
          "jdbc:h2:mem:months;DB_CLOSE_DELAY=-1",
          "paperround.sources.huggingface.url",
          Replay.url().toString());
    }
  }

  private static final LocalDate OUTAGE = LocalDate.parse("2026-04-15");

  @Inject IngestionSchedule schedule;
  @Inject IngestPapers ingest;
  @Inject IngestionLog log;
  @Inject Papers papers;
  @Inject PaperRows rows;
  @Inject TestClock clock;
  @Inject ObjectMapper json;

  private final Set<String> recorded = new HashSet<>();

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

  @Test
  void everyRecordedPaperComesInOnceWithTheRightVerdictForEveryDay() throws IOException {
    play(LocalDate.parse("2025-12-01"), LocalDate.parse("2025-12-31"));
    play(LocalDate.parse("2026-03-02"), OUTAGE.minusDays(1));
    try (Replay down = Replay.on(OUTAGE, "503:all")) {
      down.today(OUTAGE);
      assertThat(read(OUTAGE)).isEqualTo(Verdict.FAILED);
    }
    play(OUTAGE.plusDays(1), LocalDate.parse("2026-05-29"));

    try (Stream<Path> days = Files.list(folder())) {
      for (Path day : days.toList()) {
        for (JsonNode entry : json.readTree(day.toFile())) {
          recorded.add(entry.path("paper").path("id").asText());
        }
      }
    }
    assertThat(recorded).hasSizeGreaterThan(1000);
    assertThat(papers.count(null)).isEqualTo(recorded.size());
    for (String id : recorded) {
      assertThat(papers.find(PaperId.parseArxiv(id))).as(id).isPresent();
    }
  }

  private static Path folder() {
    return Replay.recordings().resolve("data/hf-daily");
  }

  private void play(LocalDate from, LocalDate to) throws IOException {
    try (Replay replay = Replay.on(from)) {
      for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
        replay.today(day);
        // Weekends are quiet, and a day in May was.
        boolean listed = Files.exists(folder().resolve(day + ".json"));
        assertThat(read(day))
            .as("%s", day)
            .isEqualTo(listed ? Verdict.NEW_PAPERS : Verdict.NOTHING_NEW);
      }
    }
  }

  /** What the evening of a day made of it. */
  private Verdict read(LocalDate day) {
    clock.set(day.atTime(LocalTime.of(22, 0)).toInstant(ZoneOffset.UTC));
    PaperSource source =
        ingest.dailySources().stream()
            .filter(each -> each.name().equals("huggingface"))
            .findFirst()
            .orElseThrow();
    schedule.readDays(source);
    List<Ingestion> today =
        log.page(0, 30).stream().filter(each -> each.date().equals(day)).toList();
    return today.get(0).verdict();
  }
}
