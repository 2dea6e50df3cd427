package org.paperround.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.paperround.FrontDoor.operator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.base.TestClock;
import org.paperround.paper.PaperRows;
import org.paperround.paper.SourceTroubles;
import org.paperround.paper.source.Replay;
import org.paperround.paper.source.arxiv.ArxivReplayProfile;

/** What an operator can ask of a source, and what is refused rather than ignored. */
@QuarkusTest
@TestProfile(ArxivReplayProfile.class)
class IngestionFieldsTest {

  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-06-03");

  @Inject PaperRows rows;
  @Inject TestClock clock;
  @Inject SourceTroubles troubles;

  @BeforeEach
  void start() {
    rows.clear();
    clock.set(Instant.parse("2026-06-03T06:12:00Z"));
  }

  @AfterEach
  void stop() {
    rows.clear();
    clock.reset();
  }

  private static ValidatableResponse post(Map<String, Object> fields) {
    return operator().body(fields).post("/api/admin/ingestions").then();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "arxiv|date|2026-06-01|arxiv announces today's papers only. To bring in those of earlier days, use since.",
        "huggingface|since|2026-06-01|huggingface is asked by the day. Name one as date.",
        "huggingface|ids|2606.00001|Single papers are known to arxiv only.",
        "arxiv|ids|10.1000/1|10.1000/1 is no arXiv id such as 2509.22824.",
        "arxiv|ids||Send a list of 1 to 100 arXiv ids.",
        "arxiv|since|2026-07-01|Name a day up to today, 2026-06-03."
      })
  void whatASourceHasNoUseForIsRefused(String source, String field, String value, String detail) {
    Object sent = value;
    if (field.equals("ids")) {
      sent = value == null ? List.of() : List.of(value);
    }
    post(Map.of("source", source, field, sent))
        .statusCode(400)
        .body("errors.field", contains(field))
        .body("errors.detail", contains(detail));
  }

  @Test
  void whileOneIsRunningAnotherIsTurnedAway() throws IOException {
    try (Replay replay = Replay.on(WEDNESDAY, "slow@/rss:all")) {
      CompletableFuture<ValidatableResponse> first =
          CompletableFuture.supplyAsync(() -> post(Map.of("source", "arxiv")));
      await().until(() -> !replay.requests().isEmpty());

      post(Map.of("source", "arxiv"))
          .statusCode(409)
          .body("detail", containsString("Try again when it has ended;"));
      first.join().statusCode(200).body("verdict", equalTo("FAILED"));
    }
  }

  @Test
  void aGapIsFilledSinceADay() throws IOException {
    try (Replay replay = Replay.on(WEDNESDAY)) {
      post(Map.of("source", "arxiv", "date", "2026-06-03", "since", "2026-06-02"))
          .statusCode(200)
          .body("verdict", equalTo("NEW_PAPERS"))
          .body("categories.category", hasItems("cs.AI", "cs.CL"));
      List<String> asked = replay.requests().stream().map(Replay.Request::path).toList();
      assertThat(asked)
          .anyMatch(path -> path.startsWith("/oai") && path.contains("from=2026-06-02"));
    }
  }

  @Test
  void singlePapersSayNothingOfHowTheSourceStands() throws IOException {
    try (Replay replay = Replay.on(WEDNESDAY, "500@/rss:all")) {
      replay.today(WEDNESDAY);
      post(Map.of("source", "arxiv")).body("verdict", equalTo("FAILED"));
      clock.set(Instant.parse("2026-06-03T06:20:00Z"));
      post(Map.of("source", "arxiv", "ids", List.of("2606.00188"))).statusCode(200);
    }
    Instant now = Instant.parse("2026-06-03T07:00:00Z");
    assertThat(troubles.at(new TreeSet<>(List.of(now)), now.minus(Duration.ofDays(1))))
        .containsEntry(now, List.of("arXiv could not be read"));
  }

  @Test
  void singlePapersAreBroughtInAndThoseUnknownAreNamed() throws IOException {
    String known = "2606.00188";
    try (Replay replay = Replay.on(WEDNESDAY)) {
      replay.today(WEDNESDAY);
      post(Map.of("source", "arxiv", "ids", List.of("arXiv:" + known + "v2", "2001.99999")))
          .statusCode(200)
          .body("verdict", equalTo("NEW_PAPERS"))
          .body("created", equalTo(1))
          .body("reason", equalTo("the one paper is new; not known there: 2001.99999"));
      post(Map.of("source", "arxiv", "ids", List.of("2001.99999")))
          .statusCode(200)
          .body("verdict", equalTo("NOTHING_NEW"))
          .body("reason", equalTo("none of them is known there: 2001.99999"));
    }
    operator().get("/api/papers/" + known).then().statusCode(200).body("id", equalTo(known));
  }
}
