package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

@QuarkusTest
class RxivSourceTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-04");

  @Inject SourceHttp http;
  @Inject ObjectMapper json;
  private FakeSource server;
  private BiorxivSource source;

  @BeforeEach
  void start() throws IOException {
    server = new FakeSource();
    source = new BiorxivSource(http, json, server::url);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String entry(int number, int version) {
    return """
    {"doi": "10.1101/2026.05.04.%06d", "title": "Title %d", "authors": "One, A. B.; Two, C.",
     "author_corresponding_institution": "The Institute", "date": "2026-05-04",
     "version": "%d", "category": "cell biology", "abstract": "An abstract.", "published": "NA"}
    """
        .formatted(number, number, version);
  }

  private static String page(int total, String... entries) {
    return """
    {"messages": [{"status": "ok", "cursor": 0, "count": %d, "total": "%d"}], "collection": [%s]}
    """
        .formatted(entries.length, total, String.join(",", entries));
  }

  @Test
  void aDaysPreprintsAreReadAndNewVersionsAreNoNews() {
    server.answersInTurn(json(page(2, entry(1, 1), entry(2, 3))));
    SourceAnswer answer = source.fetch(DAY);
    SourcedPaper first = answer.papers().get(0);
    assertThat(first.id().value()).isEqualTo("doi:10.1101/2026.05.04.000001");
    assertThat(first.authors()).containsExactly("A. B. One", "C. Two");
    assertThat(first.organization()).isEqualTo("The Institute");
    assertThat(first.announcedAt()).isEqualTo(Instant.parse("2026-05-04T00:00:00Z"));
    assertThat(first.links().abstractUrl()).isEqualTo("https://doi.org/10.1101/2026.05.04.000001");
    SourcedPaper revised = answer.papers().get(1);
    assertThat(revised.announcedAt()).isNull();
    assertThat(revised.announcedBefore()).isBefore(Instant.parse("2026-04-20T00:00:00Z"));
    assertThat(server.requests()).containsExactly("/details/biorxiv/2026-05-04/2026-05-04/0/json");
  }

  @Test
  void pagesAreReadUntilAllIsThere() {
    server.answers(
        uri ->
            json(
                uri.getPath().contains("/0/json")
                    ? page(
                        130,
                        IntStream.range(0, 100)
                            .mapToObj(i -> entry(i, 1))
                            .collect(Collectors.joining(",")))
                    : page(
                        130,
                        IntStream.range(100, 130)
                            .mapToObj(i -> entry(i, 1))
                            .collect(Collectors.joining(",")))));
    assertThat(source.fetch(DAY).papers()).hasSize(130);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aDayWithoutPapersIsEmptyAndABadEntryIsRejected() {
    server.answersInTurn(
        json("{\"messages\": [{\"status\": \"no posts found\"}], \"collection\": []}"));
    assertThat(source.fetch(DAY).papers()).isEmpty();
    server.answersInTurn(json(page(2, "{\"doi\": \"nonsense\"}", entry(1, 1))));
    SourceAnswer answer = source.fetch(DAY.plusDays(1));
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.rejected())
        .containsExactly(new RejectedPaper(0, "id is no arXiv id, DOI or source:key"));
  }

  @Test
  void whatIsNoListIsRefused() {
    server.answersInTurn(json("{\"messages\": []}"));
    assertThatThrownBy(() -> source.fetch(DAY))
        .isInstanceOf(SourceFailure.class)
        .hasMessage("bioRxiv answered with JSON that is no list of papers");
    server.answersInTurn(json("{"));
    assertThatThrownBy(() -> source.fetch(DAY.plusDays(1)))
        .isInstanceOf(SourceFailure.class)
        .hasMessage("bioRxiv answered with something that is no JSON");
  }
}
