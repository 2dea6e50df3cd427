package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;
import org.paperround.paper.source.Replay;

/** Which papers of the followed categories were recorded, and which we hold. */
final class RecordedIds {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FOLLOWED =
      Set.copyOf(Arrays.asList(ArxivReplayProfile.CATEGORIES.split(",")));

  private RecordedIds() {}

  /** All that was listed on the days from one to the other, both included, is held, and no more. */
  static void areHeld(Papers papers, LocalDate from, LocalDate to) throws IOException {
    Set<String> held = held(papers);
    Set<String> recorded = recorded(from, to);
    Set<String> missing = new TreeSet<>(recorded);
    missing.removeAll(held);
    held.removeAll(recorded);
    assertThat(missing).as("missing").isEmpty();
    assertThat(held).as("not recorded").isEmpty();
  }

  private static Set<String> held(Papers papers) {
    Set<String> identifiers = new TreeSet<>();
    List<Paper> page = papers.page(null, 0, 500);
    for (int number = 1; !page.isEmpty(); number++) {
      page.forEach(paper -> identifiers.add(paper.identifier().value()));
      page = papers.page(null, number, 500);
    }
    assertThat(papers.count(null)).isEqualTo(identifiers.size());
    return identifiers;
  }

  private static Set<String> recorded(LocalDate from, LocalDate to) throws IOException {
    Set<String> identifiers = new TreeSet<>();
    for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
      Path file = Replay.recordings().resolve("data/arxiv-listings").resolve(day + ".jsonl");
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (String line : lines) {
        JsonNode paper = JSON.readTree(line);
        boolean followed =
            StreamSupport.stream(paper.path("categories").spliterator(), false)
                .anyMatch(category -> FOLLOWED.contains(category.asText()));
        if (followed) {
          identifiers.add(paper.path("id").asText());
        }
      }
    }
    return identifiers;
  }
}
