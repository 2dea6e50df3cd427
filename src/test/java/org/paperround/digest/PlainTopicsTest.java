package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
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
import org.paperround.RoundsProfile;
import org.paperround.matching.meaning.Meanings;

/** Digests of readers who ask in their own words, or by papers they liked. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class PlainTopicsTest {

  static final Instant YESTERDAY = NOON.minus(Duration.ofDays(1));
  static final String FORGETTING = "how networks forget old skills while they learn new ones";

  @Inject FrontDoor door;
  @Inject Meanings meanings;

  @BeforeEach
  void open() {
    assumeTrue(meanings.isOn(), "This build has no model");
    door.open();
  }

  static Map<String, Object> paperAbout(String id, String title, String summary, Instant at) {
    Map<String, Object> paper = paper(id, title, at);
    paper.put("abstract", summary);
    return paper;
  }

  static Map<String, Object> rehearsal(String id, Instant at) {
    return paperAbout(
        id,
        "Rehearsal keeps earlier skills of a network alive",
        "Networks that are trained on one task after another lose what they could do before. We"
            + " replay stored examples of earlier tasks, which halves the loss.",
        at);
  }

  static Map<String, Object> consolidation(String id, Instant at) {
    return paperAbout(
        id,
        "Protecting the weights that matter against catastrophic interference",
        "Continual learning overwrites knowledge of previous tasks. We slow down the weights that"
            + " earlier tasks need, and new tasks are learned without forgetting.",
        at);
  }

  static Map<String, Object> otters(String id, Instant at) {
    return paperAbout(
        id,
        "River otters and the fish they leave",
        "We followed nine otters for a year. They eat less fish in winter than was thought.",
        at);
  }

  /** The first digest of a new reader. */
  private JsonPath edition(Object... choices) {
    String reader = door.reader(choices);
    door.round(NOON.plusSeconds(60));
    return door.edition(reader);
  }

  @Test
  void wordsOfOnesOwnFindWhatTheyMeanAndSayWhy() {
    door.bring(
        rehearsal("2605.00001", YESTERDAY),
        consolidation("2605.00002", YESTERDAY),
        otters("2605.00003", YESTERDAY));

    JsonPath edition = edition("topics", List.of(Map.of("about", FORGETTING)));

    assertThat(ids(edition, "MATCH")).containsExactlyInAnyOrder("2605.00001", "2605.00002");
    assertThat(edition.getList("items.topics.flatten()", String.class))
        .containsOnly("about “" + FORGETTING + "”");
    assertThat(edition.getList("items.reason", String.class))
        .allSatisfy(
            reason -> assertThat(reason).startsWith("because ").contains("near in meaning"));
  }

  @Test
  void aPaperFindsOthersLikeItAndNotItself() {
    door.bring(
        rehearsal("2605.00001", YESTERDAY),
        consolidation("2605.00002", YESTERDAY),
        otters("2605.00003", YESTERDAY));

    JsonPath edition =
        edition("topics", List.of(Map.of("like", "https://arxiv.org/abs/2605.00001v2")));

    assertThat(ids(edition, "MATCH")).containsExactly("2605.00002");
    assertThat(edition.getString("items[0].reason"))
        .startsWith("because it is like Rehearsal keeps earlier skills of a network alive: ");
  }

  @Test
  void whoMutesWordsOfTheirOwnIsSparedWhatTheyMean() {
    door.bring(rehearsal("2605.00001", YESTERDAY), otters("2605.00003", YESTERDAY));

    JsonPath edition =
        edition(
            "topics", List.of("networks OR otters"), "mute", List.of(Map.of("about", FORGETTING)));

    assertThat(ids(edition, "MATCH")).containsExactly("2605.00003");
  }

  @Test
  void whatWasReadOnceIsNotReadAgain() {
    door.bring(rehearsal("2605.00001", YESTERDAY));
    edition("topics", List.of(Map.of("about", FORGETTING)));
    assertThat(door.count("paper_meaning")).isEqualTo(1);
    assertThat(door.count("topic_meaning")).isEqualTo(1);
    // Had it been read again, there would be a vector of the right length.
    door.sql("update topic_meaning set vectors = vectors || vectors");

    door.bring(consolidation("2605.00002", YESTERDAY));
    edition("topics", List.of(Map.of("about", FORGETTING)));

    assertThat(door.count("paper_meaning")).isEqualTo(2);
    assertThat(((Number) door.one("select length(vectors) from topic_meaning")).intValue())
        .isEqualTo(2 * 388);
  }

  @Test
  void aPaperWhoseContentChangesIsReadAnew() {
    door.bring(otters("2605.00001", YESTERDAY));
    String reader = door.reader("topics", List.of(Map.of("about", FORGETTING)));

    door.bring(rehearsal("2605.00001", YESTERDAY));
    door.round(NOON.plus(Duration.ofDays(1)));

    assertThat(ids(door.edition(reader), "MATCH")).containsExactly("2605.00001");
  }

  @Test
  void aPreviewComparesMeaningsToo() {
    door.bring(rehearsal("2605.00001", YESTERDAY), otters("2605.00003", YESTERDAY));

    given()
        .queryParam("about", FORGETTING)
        .get("/api/topics/preview")
        .then()
        .statusCode(200)
        .body("matched", is(1))
        .body("best.id", equalTo(List.of("2605.00001")))
        .body("remark", nullValue());
    given()
        .queryParam("like", "2605.00001")
        .get("/api/topics/preview")
        .then()
        .statusCode(200)
        .body("matched", is(0));
    given()
        .queryParam("like", "2605.99999")
        .get("/api/topics/preview")
        .then()
        .statusCode(200)
        .body("remark", containsString("2605.99999 is not here yet"));
  }
}
