package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;

/** What sources brought, for the operator's eyes. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class IngestionsPageTest {

  @Inject FrontDoor door;

  @BeforeEach
  void open() {
    door.open();
  }

  @AfterEach
  void close() {
    door.clock().reset();
  }

  private static String page(String query) {
    return given()
        .auth()
        .preemptive()
        .basic("operator", "dev")
        .get("/admin/ingestions" + query)
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replace("&#39;", "'");
  }

  private static int runs(String page) {
    return page.split("<article>", -1).length - 1;
  }

  private void recorded(int id, String source, String date, String verdict, String reason) {
    door.sql(
        ("insert into ingestion (id, source, ingestion_date, verdict, reason, seen, created,"
                + " updated, unchanged, rejected, started_at, finished_at) values (%d, '%s', date"
                + " '%s', '%s', '%s', 0, 0, 0, 0, 0, timestamp with time zone"
                + " '2026-05-04T06:12:00Z', timestamp with time zone '2026-05-04T06:12:09Z')")
            .formatted(id, source, date, verdict, reason));
  }

  private void category(int id, String category, String verdict, String reason, int created) {
    door.sql(
        ("insert into ingestion_category (ingestion_id, category, verdict, reason, seen, created)"
                + " values (%d, '%s', '%s', '%s', %d, %d)")
            .formatted(id, category, verdict, reason, created, created));
  }

  @Test
  void verdictsAreWordsAndCategoriesThatEndedAlikeStandTogether() {
    recorded(1, "arxiv", "2026-05-04", "NEW_PAPERS", "all 30 papers are new");
    category(1, "cs.AI", "NEW_PAPERS", "20 of 20 announced are new in it", 20);
    category(1, "cs.CL", "STALE", "5 of 5 were announced on an earlier day", 0);
    category(1, "cs.LG", "NEW_PAPERS", "10 of 10 announced are new in it", 10);
    category(1, "math.AG", "NOTHING_NEW", "none is announced in it, and others moved", 0);
    category(1, "math.GT", "NOTHING_NEW", "none is announced in it, and others moved", 0);
    recorded(2, "huggingface", "2026-05-03", "FAILED", "Hugging Face answered 500");

    assertThat(page(""))
        .contains("<h2>Monday 4 May 2026</h2>")
        .contains("huggingface: failed")
        .contains("06:12 UTC · for Sunday 3 May")
        .contains("Hugging Face answered 500.")
        .contains("arxiv: new papers")
        .contains("All 30 papers are new.")
        .contains("By category: 1 stale, 2 with nothing new, 2 with new papers")
        .contains("<dd>cs.CL: 5 of 5 were announced on an earlier day</dd>")
        .contains("<dd>cs.AI\u00a020, cs.LG\u00a010</dd>")
        .contains("<dd>math.AG, math.GT: none is announced in it, and others moved</dd>")
        .doesNotContain("NEW_PAPERS", "NOTHING_NEW", "STALE", "FAILED");
  }

  @Test
  void thereAreFiftyOnAPageAndLinksToTheOthers() {
    for (int id = 1; id <= 60; id++) {
      recorded(id, "journal" + id, "2026-05-04", "NOTHING_NEW", "all are known");
    }
    String first = page("");
    assertThat(runs(first)).isEqualTo(50);
    assertThat(first)
        .contains("journal60", "journal11:")
        .contains("href=\"/admin/ingestions?page=1\"")
        .doesNotContain("rel=\"prev\"");
    String second = page("?page=1");
    assertThat(runs(second)).isEqualTo(10);
    assertThat(second)
        .contains("journal10:", "journal1:")
        .contains("href=\"/admin/ingestions?page=0\"")
        .doesNotContain("rel=\"next\"");
    assertThat(page("?page=7")).contains("No source was asked before that.");
  }

  @Test
  void anEmptyLogSaysSoAndAPageThatIsNoNumberIsRefused() {
    assertThat(page("")).contains("No source was asked yet.").doesNotContain("<nav");
    given()
        .auth()
        .preemptive()
        .basic("operator", "dev")
        .get("/admin/ingestions?page=last")
        .then()
        .statusCode(400);
  }
}
