package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.paperround.matching.Reason.Ground;
import org.paperround.topic.catalogue.Catalogue;
import org.paperround.topic.catalogue.NamedTopic;
import org.paperround.topic.query.Field;
import org.paperround.topic.query.Query;

/** The named topics over a recorded day of arXiv, where recordings are at hand. */
class RecordingsTest {

  private static final Path RECORDINGS =
      Path.of(Objects.requireNonNullElse(System.getenv("PAPERROUND_RECORDINGS"), "../shared"));
  private static final Path DAY = RECORDINGS.resolve("data/arxiv-listings/2026-06-02.jsonl");

  @Test
  void everyReasonStandsInThePaperAndEveryScoreIsThatOfThePaperAlone() throws IOException {
    assumeTrue(Files.exists(DAY), "PAPERROUND_RECORDINGS names no folder with recorded listings");
    List<PaperText> papers = papers();
    int found = 0;
    try (PaperIndex index = PaperIndex.of(papers)) {
      for (NamedTopic topic : new Catalogue().namedTopics()) {
        Answer answer = index.search(CompiledQuery.of(Query.parse(topic.query())), 200);
        found += answer.total();
        for (PaperMatch match : answer.best()) {
          check(match, papers.get((int) match.paperId()));
        }
        answer.best().stream()
            .findFirst()
            .ifPresent(
                best ->
                    assertThat(Papers.search(topic.query(), papers.get((int) best.paperId())))
                        .containsExactly(best));
      }
    }
    assertThat(found).isPositive();
  }

  private static void check(PaperMatch match, PaperText paper) {
    assertThat(match.reason().grounds()).isNotEmpty();
    for (Ground ground : match.reason().grounds()) {
      assertThat(ground.words())
          .isNotEmpty()
          .allSatisfy(
              word ->
                  assertThat(
                          String.join(" ", paper.values(Field.valueOf(ground.where().name())))
                              .replaceAll("\\s+", " "))
                      .contains(word));
    }
  }

  private static List<PaperText> papers() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<PaperText> papers = new ArrayList<>();
    for (String line : Files.readAllLines(DAY)) {
      JsonNode paper = json.readTree(line);
      papers.add(
          new PaperText(
              papers.size(),
              paper.get("title").asText(),
              paper.get("summary").asText(),
              texts(paper.get("authors")),
              null,
              texts(paper.get("categories"))));
    }
    return papers;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
