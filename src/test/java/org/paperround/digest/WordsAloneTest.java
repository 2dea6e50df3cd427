package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;

/** With meaning switched off, words of one's own are still a topic. */
@QuarkusTest
@TestProfile(WordsAloneTest.Profile.class)
class WordsAloneTest {

  /** Without the model. */
  public static class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:h2:mem:words-alone;DB_CLOSE_DELAY=-1",
          "paperround.matching.semantic", "false",
          "paperround.signup.max-per-client-per-hour", "0");
    }
  }

  private static final Instant YESTERDAY = NOON.minus(Duration.ofDays(1));

  @Inject FrontDoor door;

  @BeforeEach
  void open() {
    door.open();
    door.bring(
        PlainTopicsTest.rehearsal("2605.00001", YESTERDAY),
        PlainTopicsTest.consolidation("2605.00002", YESTERDAY),
        PlainTopicsTest.otters("2605.00003", YESTERDAY));
  }

  @Test
  void wordsOfOnesOwnAreComparedAsWords() {
    String reader =
        door.reader("topics", List.of(Map.of("about", "otters that eat fish in winter")));
    door.round(NOON.plusSeconds(60));
    JsonPath edition = door.edition(reader);

    assertThat(ids(edition, "MATCH")).containsExactly("2605.00003");
    assertThat(edition.getString("items[0].reason")).doesNotContain("near in meaning");
    assertThat(door.count("paper_meaning") + door.count("topic_meaning")).isZero();
  }

  @Test
  void previewsSayThatWordsAloneAreCompared() {
    given()
        .queryParam("about", "otters that eat fish in winter")
        .get("/api/topics/preview")
        .then()
        .statusCode(200)
        .body("best.id", equalTo(List.of("2605.00003")))
        .body("remark", equalTo("Words alone are compared here, not meaning."));
  }
}
