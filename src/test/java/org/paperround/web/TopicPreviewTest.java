package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;

/** What a topic would have found is told before anybody subscribes to it. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class TopicPreviewTest {

  @Inject FrontDoor door;

  @BeforeEach
  void open() {
    door.open();
  }

  private static ValidatableResponse preview(String query) {
    return given().queryParam("query", query).get("/api/topics/preview").then();
  }

  private void bring() {
    door.bring(
        paper("2605.00001", "Otters at dawn", NOON.minus(Duration.ofDays(6))),
        paper("2605.00002", "Otters, otters", NOON.minus(Duration.ofDays(3))),
        paper("2605.00003", "Badgers", NOON.minus(Duration.ofDays(1))),
        paper("2604.00004", "Otters long ago", NOON.minus(Duration.ofDays(14))));
  }

  @Test
  void itTellsHowManyPapersAWeekToExpectAndTheBestOfThem() {
    bring();
    preview(" otters ")
        .statusCode(200)
        .body("query", equalTo("otters"))
        .body("days", is(7))
        .body("papers", is(3))
        .body("matched", is(2))
        .body("perWeek", is(2.0f))
        .body("best.id", equalTo(java.util.List.of("2605.00002", "2605.00001")))
        .body("best[0].reason", containsString("stands in the title"))
        .body("sentence", equalTo("About 2 papers a week, such as “Otters, otters”."));
  }

  @Test
  void aFewDaysAreNoWeek() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON), paper("2605.00002", "Badgers", NOON));
    preview("otters")
        .body("sentence", equalTo("1 of the 2 papers of today, such as “Otters at dawn”."));
    preview("walruses").body("sentence", equalTo("Nothing among the 2 papers of today."));
  }

  @Test
  void papersThatComeLaterAreFoundAtOnce() {
    bring();
    preview("badgers").body("matched", is(1));
    door.bring(paper("2605.00005", "More badgers", NOON.minus(Duration.ofDays(1))));
    preview("badgers").body("matched", is(2));
  }

  @Test
  void itSaysSoWhereNothingIsFoundOrThereIsNothingToLookAt() {
    preview("otters").body("papers", is(0)).body("sentence", containsString("no papers yet"));
    bring();
    preview("walruses")
        .body("best", empty())
        .body("sentence", equalTo("Nothing among the 3 papers of the last 7 days."));
  }

  @Test
  void aTopicThatCannotBeReadIsRefusedWithThePlace() {
    preview("otters AND (")
        .statusCode(400)
        .body("errors[0].field", equalTo("query"))
        .body("errors[0].position", is(11));
    given()
        .get("/api/topics/preview")
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("Write the topic to try"));
  }

  @Test
  void withoutScriptAButtonShowsTheFormAgainWithWhatEachTopicFinds() {
    bring();
    given()
        .formParam("email", "ada@example.org")
        .formParam("topics", "otters\n<b>\notters AND (")
        .formParam("pick", "cat:cs.CL")
        .formParam("deliverAt", "09:30")
        .post("/preview")
        .then()
        .statusCode(200)
        .body(containsString("About 2 papers a week, such as “Otters, otters”."))
        .body(containsString("<dt>&lt;b&gt;</dt>"))
        .body(containsString("<dt>cat:cs.CL</dt>"))
        .body(containsString("This parenthesis is never closed"))
        .body(containsString("value=\"ada@example.org\""))
        .body(containsString("value=\"09:30\""))
        .body(not(containsString("aria-invalid")));
  }
}
