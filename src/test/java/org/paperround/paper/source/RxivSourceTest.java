package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.json;
import static org.paperround.paper.source.FakeSource.status;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

@QuarkusTest
class RxivSourceTest extends SourceContract {

  RxivSourceTest() {
    super("bioRxiv");
  }

  @Override
  BiorxivSource source(URI url) {
    return new BiorxivSource(json, () -> url);
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
    SourceAnswer answer = fetch();
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

  private static String entries(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> entry(i, 1)).collect(Collectors.joining(","));
  }

  @Test
  void pagesAreReadUntilAllIsThere() {
    server.answersInTurn(
        json(page(130, entries(0, 100))), json(page(130, entries(100, 130))), status(404));
    assertThat(fetch().papers()).hasSize(130);
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1)).endsWith("/100/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"total\": null,", "\"total\": 0,", "\"total\": \"many\","})
  void withoutATotalPagesAreReadUntilOneIsEmpty(String total) {
    String page = page(0, entries(0, 100)).replace("\"total\": \"0\"", total + "\"count\": 1");
    server.answersInTurn(
        json(page), json(page.replace("2026.05.04.", "2026.05.04.9")), json(page(0)));
    assertThat(fetch().papers()).hasSize(200);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aServerThatNeverStopsIsLeft() {
    server.answers(uri -> json(page(1_000_000, entry(server.requests().size(), 1))));
    assertThatThrownBy(this::fetch)
        .hasMessage("bioRxiv has more papers on that day than are read at once");
    assertThat(server.requests()).hasSize(40);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"1, 2", "2, 1"})
  void aPaperThatIsRevisedOnItsFirstDayIsStillNews(int earlier, int later) {
    server.answersInTurn(json(page(2, titled(earlier), titled(later))));
    SourcedPaper paper = fetch().papers().get(0);
    assertThat(fetch().papers()).hasSize(1);
    assertThat(paper.title()).isEqualTo("Version 2");
    assertThat(paper.announcedAt()).isEqualTo(Instant.parse("2026-05-04T00:00:00Z"));
    assertThat(paper.announcedBefore()).isNull();
    assertThat(paper.publishedOn()).isEqualTo(DAY);
  }

  private static String titled(int version) {
    return entry(1, version).replace("Title 1", "Version " + version);
  }

  @Test
  void missingAndStrangeFieldsAreLeftOut() {
    server.answersInTurn(
        json(
            page(
                3,
                """
                {"doi": "10.1101/2026.05.04.000001", "title": "T", "abstract": "A"}
                """,
                """
                {"doi": "10.1101/2026.05.04.000002", "title": "T", "abstract": "A",
                 "authors": null, "author_corresponding_institution": null, "date": null,
                 "version": null}
                """,
                """
                {"doi": "10.1101/2026.05.04.000003", "title": "T", "abstract": "A",
                 "authors": ["A"], "author_corresponding_institution": "%s", "date": "soon",
                 "version": "first"}
                """
                    .formatted("I".repeat(301)))));
    SourceAnswer answer = fetch();
    assertThat(answer.rejected()).isEmpty();
    assertThat(answer.papers())
        .hasSize(3)
        .allSatisfy(
            paper -> {
              assertThat(paper.authors()).isEmpty();
              assertThat(paper.organization()).isNull();
              assertThat(paper.publishedOn()).isEqualTo(DAY);
            });
  }

  @Test
  void aDayWithoutPapersIsEmptyAndABadEntryIsRejected() {
    server.answersInTurn(
        json("{\"messages\": [{\"status\": \"no posts found\"}], \"collection\": []}"));
    assertThat(fetch().papers()).isEmpty();
    String nothing = entry(2, 1).replace("\"An abstract.\"", "null");
    server.answersInTurn(json(page(3, "{\"doi\": \"nonsense\"}", nothing, entry(1, 1))));
    SourceAnswer answer = fetch();
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.rejected())
        .containsExactly(
            new RejectedPaper(0, "id is no arXiv id, DOI or source:key"),
            new RejectedPaper(1, "abstract is missing"));
  }

  @Test
  void aListThatIsNotOkIsRefused() {
    server.answersInTurn(json(page(0).replace("\"ok\"", "\"error\"")));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(SourceFailure.class)
        .hasMessage("bioRxiv answered without the status ok");
  }
}
