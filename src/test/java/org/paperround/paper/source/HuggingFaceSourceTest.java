package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.paper.source.FakeSource.announcedHuge;
import static org.paperround.paper.source.FakeSource.body;
import static org.paperround.paper.source.FakeSource.endless;
import static org.paperround.paper.source.FakeSource.json;
import static org.paperround.paper.source.FakeSource.retryAfter;
import static org.paperround.paper.source.FakeSource.slow;
import static org.paperround.paper.source.FakeSource.status;
import static org.paperround.paper.source.FakeSource.stuck;
import static org.paperround.paper.source.FakeSource.truncated;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** In tests a call has a second, so that slow sources are soon given up. */
@QuarkusTest
class HuggingFaceSourceTest {

  private static final LocalDate DAY = LocalDate.parse("2026-05-04");
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

  @Inject SourceHttp http;
  @Inject ObjectMapper json;
  private FakeSource server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeSource();
  }

  @AfterEach
  void stop() {
    server.close();
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
             {"paper": {"id": "2605.00003", "title": "T", "summary": "A", "authors": "Ada",
               "organization": [], "publishedAt": "soon", "submittedOnDailyAt": 7,
               "upvotes": "many", "githubRepo": "javascript:alert(1)", "projectPage": null},
              "numComments": -1}]
            """));
    SourceAnswer answer = fetch();
    assertThat(answer.rejected()).isEmpty();
    assertThat(answer.papers())
        .hasSize(2)
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
        json("[{\"paper\": {\"id\": \"2605.00009\", \"title\": \"T\"}}, 7, " + ENTRY + "]"));
    SourceAnswer answer = fetch();
    assertThat(answer.papers()).hasSize(1);
    assertThat(answer.rejected())
        .containsExactly(
            new RejectedPaper(0, "abstract is missing"),
            new RejectedPaper(1, "id is no arXiv id, DOI or source:key"));
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
  void aServerThatNeverStopsIsLeftAfterTenPages() {
    server.answers(uri -> json(entries(50 * server.requests().size(), 50)));
    assertThat(fetch().papers()).hasSize(500);
    assertThat(server.requests()).hasSize(10);
  }

  @Test
  void theListOfAnotherDayIsStale() {
    server.answersInTurn(json("[" + ENTRY.replace("2026-05-04T00", "2026-05-03T00") + "]"));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(SourceFailure.class)
        .hasMessage("Hugging Face answered with the list of 2026-05-03");
  }

  static List<Arguments> lasting() {
    String late = "Hugging Face did not answer within 3 s three times";
    return List.of(
        fault("503", status(503), "Hugging Face answered 503 three times"),
        fault("429", retryAfter(429, 0), "Hugging Face answered 429 three times"),
        fault(
            "truncated",
            truncated("[" + ENTRY + "]"),
            "Hugging Face lost the connection three times"),
        fault("slow", slow(Duration.ofSeconds(5)), late),
        fault("stuck", stuck(Duration.ofSeconds(5)), late));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void whatMayPassIsTriedThreeTimes(String name, FakeSource.Answer answer, String reason) {
    server.answersInTurn(answer);
    assertThatThrownBy(this::fetch).isInstanceOf(SourceFailure.class).hasMessage(reason);
    assertThat(server.requests()).hasSize(3);
  }

  static List<Arguments> hopeless() {
    String page = "Hugging Face answered with a web page in place of data";
    String huge = "Hugging Face answered with more than 20 MiB";
    return List.of(
        fault("html", body(200, "text/html; charset=utf-8", "<p>Sorry</p>"), page),
        fault("html as json", json("\n<!DOCTYPE html><p>Sorry</p>"), page),
        fault("endless", endless(), huge),
        fault("huge", announcedHuge(), huge),
        fault("no json", json("[{"), "Hugging Face answered with something that is no JSON"),
        fault("no list", json("{}"), "Hugging Face answered with JSON that is no list"),
        fault("404", status(404), "Hugging Face answered 404"),
        fault(
            "a long wait",
            retryAfter(503, 3600),
            "Hugging Face answered 503 and asks to wait 3600 s"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hopeless")
  void whatWillNotPassIsGivenUpAtOnce(String name, FakeSource.Answer answer, String reason) {
    server.answersInTurn(answer);
    assertThatThrownBy(this::fetch).isInstanceOf(SourceFailure.class).hasMessage(reason);
    assertThat(server.requests()).hasSize(1);
  }

  private static Arguments fault(String name, FakeSource.Answer answer, String reason) {
    return Arguments.of(name, answer, reason);
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
  void aServerThatIsNotThereIsAFailure() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertThatThrownBy(() -> source(nobody).fetch(DAY))
        .hasMessage("Hugging Face could not be reached three times");
  }

  @Test
  void aShortRetryAfterIsRespected() {
    server.answersInTurn(retryAfter(503, 1), json("[]"));
    long start = System.nanoTime();
    fetch();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  private SourceAnswer fetch() {
    return source(server.url()).fetch(DAY);
  }

  private HuggingFaceSource source(URI url) {
    return new HuggingFaceSource(http, json, url);
  }

  private static String entries(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> ENTRY.replace("2605.00001", "2605.%05d".formatted(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
