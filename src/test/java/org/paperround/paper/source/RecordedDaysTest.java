package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paperround.paper.IngestPapers;
import org.paperround.paper.PaperRows;
import org.paperround.paper.Papers;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.StoredCounts;

/** All recorded days of Hugging Face, read over HTTP and stored twice. */
@QuarkusTest
class RecordedDaysTest {

  @Inject SourceHttp http;
  @Inject ObjectMapper json;
  @Inject IngestPapers ingest;
  @Inject Papers papers;
  @Inject PaperRows rows;

  @Test
  void everyRecordedPaperIsStoredOnce() throws IOException {
    String named = Optional.ofNullable(System.getenv("PAPERROUND_RECORDINGS")).orElse("../shared");
    Path recordings = Path.of(named, "data", "hf-daily");
    assumeTrue(
        Files.isDirectory(recordings),
        "No recordings in " + recordings + ": name their folder in PAPERROUND_RECORDINGS");
    rows.clear();
    List<LocalDate> days = days(recordings);
    Set<String> distinct = new HashSet<>();
    for (LocalDate day : days) {
      for (JsonNode entry : json.readTree(file(recordings, day).toFile())) {
        distinct.add(entry.path("paper").path("id").asText());
      }
    }
    try (FakeSource server = new FakeSource()) {
      server.answers(
          uri ->
              FakeSource.json(
                  uri.getQuery().contains("&p=0&")
                      ? text(file(recordings, LocalDate.parse(uri.getQuery().substring(5, 15))))
                      : "[]"));
      HuggingFaceSource source = new HuggingFaceSource(new SourceJson(http, json), server::url);

      int created = 0;
      int again = 0;
      for (LocalDate day : days) {
        SourceAnswer answer = source.fetch(day);
        assertThat(answer.rejected()).as("rejected on %s", day).isEmpty();
        created += ingest.acceptPapers(answer.papers()).created();
      }
      for (LocalDate day : days) {
        StoredCounts counts = ingest.acceptPapers(source.fetch(day).papers());
        assertThat(counts.created()).as("created again on %s", day).isZero();
        again += counts.unchanged() + counts.updated();
      }

      assertThat(created).isEqualTo(distinct.size());
      assertThat(again).isGreaterThanOrEqualTo(created);
      assertThat(papers.count(null)).isEqualTo(distinct.size());
    }
    rows.clear();
  }

  private static List<LocalDate> days(Path recordings) throws IOException {
    try (Stream<Path> files = Files.list(recordings)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> LocalDate.parse(name.substring(0, name.length() - ".json".length())))
          .sorted()
          .toList();
    }
  }

  private static Path file(Path recordings, LocalDate day) {
    return recordings.resolve(day + ".json");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
