package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        .body("best.id", equalTo(List.of("2605.00002", "2605.00001")))
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
  void aTopicOfEachKindIsTriedAtAStrength() {
    bring();
    preview("otters")
        .body("kind", equalTo("query"))
        .body("strength", equalTo("normal"))
        .body("$", hasKey("remark"))
        .body("$", not(hasKey("about")))
        .body("$", not(hasKey("like")));
    given()
        .queryParam("about", " Animals that swim\nand play. ")
        .queryParam("strength", "MANY")
        .get("/api/topics/preview")
        .then()
        .statusCode(200)
        .body("about", equalTo("Animals that swim\nand play."))
        .body("kind", equalTo("about"))
        .body("strength", equalTo("many"))
        .body("sentence", not(emptyString()))
        .body("$", not(hasKey("query")));
    like("2605.00001").statusCode(200).body("like", equalTo("2605.00001"));
  }

  @Test
  void severalPapersAreOneTopicHoweverTheyAreWritten() {
    bring();
    for (String[] papers :
        List.of(
            new String[] {"2605.00001,2605.00002"},
            new String[] {"2605.00001", "2605.00002"},
            new String[] {"2605.00001; 2605.00002"})) {
      like(papers)
          .statusCode(200)
          .body("kind", equalTo("like"))
          .body("like", equalTo(List.of("2605.00001", "2605.00002")));
    }
  }

  private static ValidatableResponse like(String... papers) {
    return given().queryParam("like", (Object[]) papers).get("/api/topics/preview").then();
  }

  @ParameterizedTest(name = "{0} refuses {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          query=otters&about=otters                | about    | Try one topic at a time
          about=otters&like=2605.00001             | like     | Try one topic at a time
          query=otters&query=seals                 | query    | Try one topic at a time
          query=&about=%20                         | query    | Write the topic to try
          strength=few                             | query    | Write the topic to try
          query=otters&strength=lots               | strength | Use few, normal or many.
          about=the%20of                           | about    | Say in a few words
          like=otters                              | like     | “otters” names no paper
          """)
  void whatIsWrongIsNamed(String asked, String field, String detail) {
    given()
        .urlEncodingEnabled(false)
        .get("/api/topics/preview?" + asked)
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of(field)))
        .body("errors[0].detail", startsWith(detail));
  }

  @Test
  void theLongestTopicCanBeTried() {
    given()
        .queryParam("about", "水獺".repeat(2000))
        .get("/api/topics/preview")
        .then()
        .statusCode(200);
  }

  @Test
  void withoutScriptAButtonShowsTopicsOfEachKindUnderTheirFields() {
    bring();
    String page =
        given()
            .formParam("topics", "otters")
            .formParam("about", "Animals that swim.\n\nthe of")
            .formParam("like", "2605.00001\nseals")
            .formParam("strengthOf", "topics otters")
            .formParam("strength", "few")
            .post("/preview")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Document shown = Jsoup.parse(page);
    assertThat(shown.select("#preview dt").eachText()).containsExactly("otters");
    assertThat(shown.select("#about-preview dt").eachText())
        .containsExactly("about “Animals that swim.”", "about “the of”");
    assertThat(shown.select("#about-preview dd").eachText().get(1)).startsWith("Say in a few");
    assertThat(shown.select("#like-preview dd").eachText().get(1)).startsWith("“seals” names");
    assertThat(shown.select("#amounts label > span").eachText())
        .containsExactly(
            "otters",
            "about “Animals that swim.”",
            "about “the of”",
            "like 2605.00001",
            "like seals");
    assertThat(shown.select("#amounts option[selected]").eachText())
        .startsWith("only the best", "what fits well");
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
