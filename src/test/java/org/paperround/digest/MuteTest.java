package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.matching.Matching;
import org.paperround.paper.FollowedCategories;
import org.paperround.paper.Papers;
import org.paperround.subscription.DueSubscription;
import org.paperround.subscription.DueSubscriptions;

/** Papers that a reader never wants, whatever else they answer. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class MuteTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant YESTERDAY = NOON.minus(DAY);
  private static final Instant FIRST_ROUND = NOON.plusSeconds(60);
  private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");

  @Inject FrontDoor door;
  @Inject Matching matching;
  @Inject Papers papers;
  @Inject DueSubscriptions subscriptions;
  @Inject FollowedCategories categories;

  @BeforeEach
  void open() {
    door.open();
  }

  /** Somebody who confirmed, and the token of their preferences. */
  private record Muting(String address, String token) {
    void chooses(Object... choices) {
      given()
          .contentType(ContentType.JSON)
          .body(map(choices))
          .put("/api/subscriptions/" + token)
          .then()
          .statusCode(200);
    }

    List<String> history(String field) {
      return given()
          .get("/api/subscriptions/" + token + "/history")
          .then()
          .statusCode(200)
          .extract()
          .jsonPath()
          .getList("items." + field);
    }
  }

  private static Map<String, Object> map(Object... choices) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < choices.length; i += 2) {
      map.put((String) choices[i], choices[i + 1]);
    }
    return map;
  }

  private Muting muting(String address, Object... choices) {
    String page = given().post("/confirm/" + door.signUp(address, choices)).asString();
    var link = Pattern.compile("/preferences/([A-Za-z0-9._~-]+)").matcher(page);
    assertThat(link.find()).isTrue();
    return new Muting(address, link.group(1));
  }

  private static Map<String, Object> voted(String id, String title, int votes) {
    Map<String, Object> paper = paper(id, title, YESTERDAY);
    paper.put("votes", votes);
    return paper;
  }

  @Test
  void aMutedPaperIsInNoSectionAndIsNotCounted() {
    door.bring(
        paper("2605.00001", "Otters, otters", YESTERDAY),
        paper("2605.00002", "Otters", YESTERDAY),
        paper("2605.00003", "Otters: a survey", YESTERDAY),
        paper("2605.00004", "A survey of otters and more otters", YESTERDAY),
        voted("2605.00005", "Foxes trend", 5),
        voted("2605.00006", "A survey trends", 50));
    String reader =
        door.reader(
            "topics",
            List.of("otters"),
            "mute",
            List.of("badgers", Map.of("query", "title:survey")),
            "maxPapers",
            1,
            "trending",
            true);

    door.round(FIRST_ROUND);

    var edition = door.edition(reader);
    assertThat(ids(edition, "MATCH")).containsExactly("2605.00001");
    assertThat(ids(edition, "MORE")).containsExactly("2605.00002");
    assertThat(ids(edition, "TRENDING")).containsExactly("2605.00005");
    assertThat(door.digests(reader, 1).get(0).text()).contains("1 more").doesNotContain("urvey");
  }

  @Test
  void withoutTopicsMutedPapersDoNotTrendEither() {
    door.bring(voted("2605.00001", "Foxes trend", 5), voted("2605.00002", "A survey trends", 9));
    String reader = door.reader("mute", List.of("survey"));

    door.round(FIRST_ROUND);

    assertThat(door.edition(reader).getList("items.paper.id")).containsExactly("2605.00001");
  }

  @Test
  void allMutedPapersOfADayStayOutAlsoBeyondTheTwoHundredBest() {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      Map<String, Object> paper = paper("2605.%05d".formatted(i), "Rivers, part " + i, YESTERDAY);
      paper.put("abstract", i % 23 == 0 ? "The otters are here." : "Nobody is here.");
      paper.put("categories", List.of("cs.LG"));
      many.add(paper);
    }
    many.add(paper("2605.00900", "Otters of another kind", YESTERDAY));
    door.bring(many);
    Muting reader =
        muting("a@example.org", "topics", List.of("otters"), "mute", List.of("cat:cs.LG"));

    door.round(FIRST_ROUND);

    assertThat(door.edition(reader.address()).getList("items.paper.id"))
        .containsExactly("2605.00900");
    assertThat(door.count("day_mute")).isEqualTo(1);
  }

  @Test
  void aMuteIsStrongerThanTheSameQueryAskedAndTheHistorySaysSo() {
    door.bring(
        paper("2605.00001", "Otters at dawn", YESTERDAY),
        paper("2605.00002", "Otters at dusk", YESTERDAY),
        paper("2605.00003", "Badgers", YESTERDAY));
    Muting reader =
        muting("a@example.org", "topics", List.of("otters"), "mute", List.of(" otters "));

    assertThat(door.round(FIRST_ROUND)).isEqualTo("1 0 1 0");

    assertThat(reader.history("outcome")).containsExactly("NOTHING_MATCHED");
    assertThat(reader.history("detail").get(0))
        .isEqualTo(
            "Nothing sent: 2 of 3 new papers answered your topics,"
                + " but also what you asked never to see.");
    assertThat(given().get("/preferences/" + reader.token()).asString())
        .contains("Monday 4 May. Nothing sent: 2 of 3 new papers answered your topics");
    // They count on the day they were new, not on every day of the window.
    door.bring(paper("2605.00004", "Badgers again", NOON.plus(Duration.ofHours(1))));
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 0 1 0");
    assertThat(reader.history("detail").get(0))
        .isEqualTo("Nothing sent: the one new paper answered none of your topics.");
  }

  @Test
  void whoAsksToHearOfNothingIsNotToldThatNothingAnswered() {
    Muting reader =
        muting(
            "a@example.org",
            "topics",
            List.of("otters"),
            "mute",
            List.of("otters"),
            "sendEmpty",
            true);
    door.round(FIRST_ROUND);
    door.bring(paper("2605.00001", "Otters at dawn", NOON.plus(Duration.ofHours(1))));

    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");

    assertThat(door.digests(reader.address(), 1).get(0).text())
        .contains("There is nothing new for you this time.");
  }

  @Test
  void whatWasMutedComesOnceTheMuteIsLiftedAndNoLongerAfterTheWindow() {
    door.bring(
        paper("2605.00001", "Otters long ago", NOON.minus(Duration.ofDays(13))),
        paper("2605.00002", "Otters at dawn", YESTERDAY),
        paper("2605.00003", "Otters, and badgers too", YESTERDAY));
    Muting reader =
        muting("a@example.org", "topics", List.of("otters"), "mute", List.of("dawn", "ago"));
    door.round(FIRST_ROUND);
    assertThat(ids(door.edition(reader.address()), "MATCH")).containsExactly("2605.00003");

    reader.chooses("topics", List.of("otters"));
    door.round(Instant.parse("2026-05-06T07:00:00Z"));

    var second = FrontDoor.edition(door.digests(reader.address(), 2).get(1));
    assertThat(ids(second, "MATCH")).containsExactly("2605.00002");
  }

  @Test
  void aTopicIsAskedByOneReaderAndMutedByAnother() {
    door.bring(
        paper("2605.00001", "Otters at dawn", YESTERDAY),
        paper("2605.00002", "Otters at dusk", YESTERDAY));
    String early = door.reader("topics", List.of("otters", "dawn"));
    door.round(FIRST_ROUND);
    String late = door.reader("topics", List.of("otters"), "mute", List.of("dawn"));
    String usual = door.reader("topics", List.of("dawn"));

    door.round(FIRST_ROUND);

    assertThat(ids(door.edition(early), "MATCH")).hasSize(2);
    assertThat(ids(door.edition(late), "MATCH")).containsExactly("2605.00002");
    assertThat(ids(door.edition(usual), "MATCH")).containsExactly("2605.00001");
    assertThat(door.count("topic where asked and muted")).isEqualTo(1);
  }

  @Test
  void aTopicThatWasMutedOnlyMeetsThePapersHeldWhenSomebodyAsksIt() {
    door.bring(
        paper("2605.00001", "Otters at dawn", YESTERDAY),
        paper("2605.00002", "Otters at dusk", YESTERDAY));
    door.reader("topics", List.of("otters"), "mute", List.of("dawn"));
    door.round(FIRST_ROUND);

    String reader = door.reader("topics", List.of("dawn"));
    door.round(FIRST_ROUND);

    assertThat(ids(door.edition(reader), "MATCH")).containsExactly("2605.00001");
  }

  @Test
  void papersThatComeLaterAndPapersThatChangeAreMutedToo() {
    Muting reader = muting("a@example.org", "topics", List.of("otters"), "mute", List.of("dawn"));
    door.round(FIRST_ROUND);
    door.bring(
        paper("2605.00001", "Otters at noon", NOON),
        paper("2605.00002", "Otters at dawn", NOON),
        paper("2605.00003", "Otters at dusk", NOON));
    matching.catchUp();
    door.bring(
        paper("2605.00001", "Otters at dawn after all", NOON),
        paper("2605.00002", "Otters in the evening", NOON));

    door.round(TOMORROW_AT_SEVEN);

    assertThat(ids(door.edition(reader.address()), "MATCH"))
        .containsExactlyInAnyOrder("2605.00002", "2605.00003");
  }

  @Test
  void whatIsMutedWhileARoundRunsIsLookedUpBeforeTheReadersTurn() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    Muting reader = muting("a@example.org", "topics", List.of("otters"));
    matching.catchUp();
    reader.chooses("topics", List.of("otters"), "mute", List.of("dawn"));
    RoundNews news =
        new RoundNews(FIRST_ROUND, papers.standing(FIRST_ROUND.minus(DAY.multipliedBy(14)), NOON));
    RoundMutes mutes = new RoundMutes(matching, news, matching::catchUp);
    long id = ((Number) door.one("select id from subscription")).longValue();
    long paper = ((Number) door.one("select id from paper")).longValue();

    MutedPapers muted =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  List<DueSubscription> due = subscriptions.due(List.of(id), FIRST_ROUND);
                  return mutes.of(due).getOrDefault(id, MutedPapers.NONE);
                });

    assertThat(muted.contains(paper)).isTrue();
  }

  @Test
  void aSignUpOfAnEarlierVersionMutesNothing() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    String token = door.signUp("a@example.org", "topics", List.of("otters"));
    assertThat(door.sql("update sign_up set choices = replace(choices, '\"mute\":[],', '')"))
        .isEqualTo(1);
    assertThat(door.one("select choices from sign_up").toString()).doesNotContain("mute");

    door.confirm(token);
    door.round(FIRST_ROUND);

    assertThat(ids(door.edition("a@example.org"), "MATCH")).containsExactly("2605.00001");
  }

  @Test
  void aMutedTopicIsActiveUntilItsLastReaderLeaves() {
    Muting one = muting("a@example.org", "topics", List.of("otters"), "mute", List.of("dawn"));
    Muting other = muting("b@example.org", "topics", List.of("otters"), "mute", List.of("dawn"));
    assertThat(door.count("topic where active and muted and not asked")).isEqualTo(1);

    one.chooses("topics", List.of("otters"));
    assertThat(door.count("topic where muted")).isEqualTo(1);
    given().delete("/api/subscriptions/" + other.token()).then().statusCode(204);

    assertThat(door.count("topic where muted")).isZero();
    assertThat(door.count("topic where active")).isEqualTo(1);
    assertThat(door.count("subscription_mute")).isZero();
  }

  @Test
  void papersOfACategoryThatIsOnlyMutedAreNotBroughtIn() {
    door.reader("topics", List.of("otters", "cat:cs.CL"), "mute", List.of("cat:cs.CY"));

    assertThat(categories.followed()).containsExactly("cs.CL");
  }
}
