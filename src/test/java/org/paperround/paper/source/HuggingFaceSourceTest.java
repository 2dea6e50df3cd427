package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.announcedHuge;
import static org.paperround.paper.source.FakeSource.body;
import static org.paperround.paper.source.FakeSource.json;
import static org.paperround.paper.source.FakeSource.retryAfter;
import static org.paperround.paper.source.FakeSource.status;
import static org.paperround.paper.source.FakeSource.stuck;
import static org.paperround.paper.source.FakeSource.truncated;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.paper.PaperLinks;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

/** Tells besides what is true of all sources, as {@link SourceHttp} is the way to them. */
@QuarkusTest
class HuggingFaceSourceTest extends SourceContract {

  private static final String ENTRY =
      """
      {"paper": {"id": "2605.00001", "title": "A title\\nin two lines", "summary": "An abstract.",
        "authors": [{"name": "Ada One", "hidden": false}, {"name": ""}, {"name": "Ben Two"}],
        "publishedAt": "2026-05-01T23:30:00.000Z", "submittedOnDailyAt": "2026-05-04T00:03:16.853Z",
        "upvotes": 21, "githubRepo": "https://github.com/example/a",
        "projectPage": "https://a.example/", "somethingNew": {"deep": [1]},
        "organization": {"name": "lab", "fullname": "The Laboratory"}},
       "publishedAt": "2026-05-02T03:30:00.000Z", "title": "A title", "numComments": 3}
      """;

  HuggingFaceSourceTest() {
    super("Hugging Face");
  }

  @Override
  HuggingFaceSource source(URI url) {
    return new HuggingFaceSource(json, () -> url);
  }

  @Test
  void anEntryIsReadWithAllThatPaperroundKeeps() {
    server.answersInTurn(json("[" + ENTRY + "]"));
    SourceAnswer answer = fetch();
    assertThat(answer.rejected()).isEmpty();
    SourcedPaper paper = answer.papers().get(0);
    assertThat(paper.source()).isEqualTo("huggingface");
    assertThat(paper.id().value()).isEqualTo("2605.00001");
    assertThat(paper.title()).isEqualTo("A title in two lines");
    assertThat(paper.summary()).isEqualTo("An abstract.");
    assertThat(paper.authors()).containsExactly("Ada One", "Ben Two");
    assertThat(paper.organization()).isEqualTo("The Laboratory");
    assertThat(paper.categories()).isEmpty();
    assertThat(paper.publishedOn()).isEqualTo("2026-05-01");
    assertThat(paper.announcedAt()).isEqualTo(Instant.parse("2026-05-04T00:00:00Z"));
    assertThat(paper.votes()).isEqualTo(21);
    assertThat(paper.comments()).isEqualTo(3);
    assertThat(paper.links())
        .isEqualTo(
            new PaperLinks(
                "https://arxiv.org/abs/2605.00001",
                "https://arxiv.org/pdf/2605.00001",
                "https://github.com/example/a",
                "https://a.example/"));
  }

  @Test
  void theDayIsAskedForWithAnHonestUserAgent() {
    fetch();
    assertThat(server.requests()).containsExactly("/api/daily_papers?date=2026-05-04&p=0&limit=50");
    assertThat(server.userAgents().get(0))
        .matches("Paperround/\\S+ \\(\\+http://localhost:8081\\)");
  }

  @Test
  void missingAndStrangeFieldsAreLeftOut() {
    server.answersInTurn(
        json(
            """
            [{"paper": {"id": "2605.00002", "title": "T", "summary": "A"}},
             {"paper": {"id": "2605.00004", "title": "T", "summary": "A",
               "authors": [{"name": null}, null, 7], "organization": {"fullname": null},
               "publishedAt": null, "submittedOnDailyAt": null, "upvotes": null,
               "githubRepo": null, "projectPage": null}, "numComments": null},
             {"paper": {"id": "2605.00003", "title": "T", "summary": "A", "authors": "Ada",
               "organization": [], "publishedAt": "soon", "submittedOnDailyAt": 7,
               "upvotes": "many", "githubRepo": "javascript:alert(1)", "projectPage": null},
              "numComments": -1}]
            """));
    SourceAnswer answer = fetch();
    assertThat(answer.rejected()).isEmpty();
    assertThat(answer.papers())
        .hasSize(3)
        .allSatisfy(
            paper -> {
              assertThat(paper.authors()).isEmpty();
              assertThat(paper.organization()).isNull();
              assertThat(paper.publishedOn()).isNull();
              assertThat(paper.votes()).isNull();
              assertThat(paper.comments()).isNull();
              assertThat(paper.links().codeUrl()).isNull();
            });
  }

  @Test
  void oneBadEntryIsRejectedAndLosesNoOther() {
    server.answersInTurn(
        json(
            """
            [{"paper": {"id": "2605.00009", "title": "T"}}, 7,
             {"paper": {"id": "2605.00010", "title": null, "summary": "A"}},
             {"paper": {"id": "2605.00011", "title": "T", "summary": null}},
             {"paper": {"id": null, "title": "T", "summary": "A"}}, %s]
            """
                .formatted(ENTRY)));
    SourceAnswer answer = fetch();
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.rejected())
        .containsExactly(
            new RejectedPaper(0, "abstract is missing"),
            new RejectedPaper(1, "id is no arXiv id, DOI or source:key"),
            new RejectedPaper(2, "title is missing"),
            new RejectedPaper(3, "abstract is missing"),
            new RejectedPaper(4, "id is no arXiv id, DOI or source:key"));
  }

  @Test
  void namesThatAreTooLongAreLeftOutAndNoReasonToRejectAPaper() {
    String longName = "A".repeat(301);
    server.answersInTurn(
        json("[" + ENTRY.replace("Ada One", longName).replace("The Laboratory", longName) + "]"));
    SourcedPaper paper = fetch().papers().get(0);
    assertThat(paper.authors()).containsExactly("Ben Two");
    assertThat(paper.organization()).isNull();
  }

  @Test
  void afterAFullPageTheNextOneIsAskedFor() {
    server.answers(uri -> json(uri.getQuery().contains("p=0") ? entries(0, 50) : entries(50, 13)));
    assertThat(fetch().papers()).hasSize(63);
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1))
        .isEqualTo("/api/daily_papers?date=2026-05-04&p=1&limit=50");
  }

  @Test
  void aServerThatRepeatsItsPageIsAskedTwiceAndNotForever() {
    server.answers(uri -> json(entries(0, 50)));
    assertThat(fetch().papers()).hasSize(50);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aServerThatNeverStopsIsLeftAndItsDayNotTakenForComplete() {
    server.answers(uri -> json(entries(50 * server.requests().size(), 50)));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(SourceFailure.class)
        .hasMessage("Hugging Face has more papers on that day than are read at once");
    assertThat(server.requests()).hasSize(40);
  }

  @Test
  void theListOfAnotherDayIsStale() {
    server.answersInTurn(json("[" + ENTRY.replace("2026-05-04T00", "2026-05-03T00") + "]"));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(SourceFailure.class)
        .hasMessage("Hugging Face answered with the list of 2026-05-03");
  }

  static List<Arguments> moreFaults() {
    return List.of(
        fault("429", retryAfter(429, 0), 3, "Hugging Face answered 429 three times"),
        fault(
            "stuck",
            stuck(Duration.ofSeconds(5)),
            3,
            "Hugging Face did not answer within 3 s three times"),
        fault(
            "html",
            body(200, "text/html; charset=utf-8", "<p>Sorry</p>"),
            1,
            "Hugging Face answered with a web page in place of data"),
        fault("huge", announcedHuge(), 1, "Hugging Face answered with more than 20 MiB"),
        fault(
            "a long wait",
            retryAfter(503, 3600),
            1,
            "Hugging Face answered 503 and asks to wait 3600 s"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("moreFaults")
  void otherFaultsHaveTheirSentencesToo(
      String name, FakeSource.Answer answer, int attempts, String reason) {
    server.answersInTurn(answer);
    assertThatThrownBy(this::fetch).isInstanceOf(SourceFailure.class).hasMessage(reason);
    assertThat(server.requests()).hasSize(attempts);
  }

  private static Arguments fault(
      String name, FakeSource.Answer answer, int attempts, String reason) {
    return Arguments.of(name, answer, attempts, reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429})
  void aFaultThatPassesIsNoFailure(int fault) {
    server.answersInTurn(status(fault), truncated("[" + ENTRY + "]"), json("[" + ENTRY + "]"));
    assertThat(fetch().papers()).hasSize(1);
  }

  @Test
  void differentFaultsAreAllNamed() {
    server.answersInTurn(status(503), truncated("[ ]"), status(500));
    assertThatThrownBy(this::fetch)
        .hasMessage("Hugging Face answered 503, then lost the connection, then answered 500");
  }

  @Test
  void aShortRetryAfterIsRespected() {
    server.answersInTurn(retryAfter(503, 1), json("[]"));
    long start = System.nanoTime();
    fetch();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  private static String entries(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> ENTRY.replace("2605.00001", "2605.%05d".formatted(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
