package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;
import org.paperround.matching.Matching;
import org.paperround.paper.Papers;
import org.paperround.subscription.DueSubscription;
import org.paperround.subscription.DueSubscriptions;

/** More like this, less like this: from the mail to the order of the next one. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class FeedbackTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant YESTERDAY = NOON.minus(DAY);
  private static final Instant FIRST_ROUND = NOON.plusSeconds(60);
  private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");
  private static final Pattern LINK =
      Pattern.compile("http://localhost:8081(/feedback/([A-Za-z0-9._~-]+)/(more|less)/[^\"\\s]+)");

  @Inject FrontDoor door;
  @Inject Matching matching;
  @Inject Papers papers;
  @Inject DueSubscriptions subscriptions;

  @BeforeEach
  void open() {
    door.open();
  }

  private static Map<String, Object> voted(String id, String title, Instant at, int votes) {
    Map<String, Object> paper = paper(id, title, at);
    paper.put("votes", votes);
    return paper;
  }

  private static List<MatchResult> links(String text) {
    return LINK.matcher(text).results().toList();
  }

  private static List<String> paths(String text) {
    return links(text).stream().map(link -> link.group(1)).sorted().toList();
  }

  private static RequestSpecification as() {
    return given().urlEncodingEnabled(false);
  }

  /** The first digest of somebody who asks for otters and had this paper. */
  private Mail mailed(String id) {
    door.bring(paper(id, "Otters at dawn", YESTERDAY));
    String reader = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    return door.digests(reader, 1).get(0);
  }

  private static String link(Mail mail, String want) {
    return links(mail.text()).stream()
        .filter(link -> link.group(3).equals(want))
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static void says(Mail mail, String want) {
    as().post(link(mail, want)).then().statusCode(200);
  }

  private static String preferences(Mail mail) {
    return FrontDoor.token(mail, "preferences");
  }

  private static JsonPath said(Mail mail) {
    return given()
        .get("/api/subscriptions/" + preferences(mail) + "/feedback")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void everyPaperOfAMailHasBothLinksInBothPartsAndOnThePage() {
    door.bring(
        paper("2605.00001", "Otters at dawn", YESTERDAY),
        paper("math/0611800", "Otters at dusk", YESTERDAY),
        voted("2605.00003", "Badgers trend", YESTERDAY, 9));
    String reader = door.reader("topics", List.of("otters"), "trending", true);
    String other = door.reader("topics", List.of("otters"));

    door.round(FIRST_ROUND);

    Mail mail = door.digests(reader, 1).get(0);
    assertThat(paths(mail.text())).hasSize(6).isEqualTo(paths(mail.html()));
    assertThat(links(mail.text()).stream().map(link -> link.group(2)).collect(Collectors.toSet()))
        .hasSize(1);
    assertThat(mail.text()).contains("/more/math/0611800\r\n", "/less/2605.00003\r\n");
    assertThat(mail.html()).contains(">more like this</a>", ">less like this</a>");
    String page = given().get("/editions/" + FrontDoor.token(mail, "editions")).asString();
    assertThat(paths(page)).isEqualTo(paths(mail.text()));
    assertThat(paths(door.digests(other, 1).get(0).text()))
        .hasSize(4)
        .doesNotContainAnyElementsOf(paths(mail.text()));
  }

  @Test
  void lookingChangesNothingAndThePageHasTheTitleAndBothButtons() {
    Mail mail = mailed("math/0611800");
    String more = link(mail, "more");

    as().head(more).then().statusCode(200);
    as().get(more)
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .header("Cache-Control", "no-store")
        .body(containsString("Otters at dawn"))
        .body(containsString("action=\"" + more + "\""))
        .body(containsString("action=\"" + link(mail, "less") + "\""))
        .body(containsString("stand higher"));
    as().get(link(mail, "less")).then().statusCode(200).body(containsString("stand lower"));
    as().accept(ContentType.JSON)
        .get(more)
        .then()
        .statusCode(200)
        .body("paper", is("math/0611800"))
        .body("want", nullValue());

    assertThat(door.count("feedback")).isZero();
    assertThat(door.count("topic where kind = 'LIKE'")).isZero();
  }

  @Test
  void aPostOfAnyBodyIsTakenAndTheSameAgainChangesNothing() {
    Mail mail = mailed("2605.00001");
    String more = link(mail, "more");
    List<RequestSpecification> posts =
        List.of(
            as(),
            as().contentType(ContentType.URLENC).body("a=b"),
            as().multiPart("a", "b"),
            as().contentType("text/plain").body("less"),
            as().accept("image/png"),
            as().accept("*/*"));

    for (RequestSpecification post : posts) {
      post.post(more)
          .then()
          .statusCode(200)
          .contentType(ContentType.HTML)
          .body(containsString("From your next digest on"))
          .body(containsString("/withdraw/2605.00001\""));
      door.clock().set(NOON.plus(Duration.ofHours(1)));
    }

    JsonPath said = said(mail);
    assertThat(said.getMap("")).containsOnlyKeys("items", "page", "size", "total");
    assertThat(said.getList("items")).hasSize(1);
    assertThat(said.getMap("items[0]")).containsOnlyKeys("paper", "title", "want", "givenAt");
    assertThat(said.getString("items[0].paper")).isEqualTo("2605.00001");
    assertThat(said.getString("items[0].title")).isEqualTo("Otters at dawn");
    assertThat(said.getString("items[0].want")).isEqualTo("MORE");
    assertThat(said.getString("items[0].givenAt")).startsWith("2026-05-04T12:0");
    as().get(more).then().body(containsString("You said “more like this” of it."));
  }

  @Test
  void theOppositeReplacesItAndProgramsGetJson() {
    Mail mail = mailed("2605.00001");
    says(mail, "more");

    as().accept(ContentType.JSON)
        .post(link(mail, "less"))
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON)
        .body("paper", is("2605.00001"))
        .body("title", is("Otters at dawn"))
        .body("want", is("LESS"));

    assertThat(said(mail).getList("items.want")).containsExactly("LESS");
    assertThat(door.count("topic where kind = 'LIKE' and asked")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST"})
  void aLinkIsGoodForThePapersOfItsEditionAndForNothingElse(String method) {
    Mail mail = mailed("2605.00001");
    door.bring(paper("2605.00002", "Badgers", YESTERDAY));
    String more = link(mail, "more");
    String token = more.split("/")[2];

    List<String> nothing =
        List.of(
            more.replace("00001", "00002"),
            more.replace("00001", "00003"),
            more.replace("2605.00001", "nothing"),
            more.replace("/more/", "/much/"),
            more.replace(token, "forged"),
            more.replace(token, FrontDoor.token(mail, "editions")),
            more.replace(token, preferences(mail)),
            "/editions/" + token,
            "/preferences/" + token,
            "/api/subscriptions/" + token + "/feedback");
    for (String path : nothing) {
      assertThat(as().request(method, path).statusCode()).as(path).isIn(404, 405);
    }
    // To unsubscribe it is no more good.
    as().post("/unsubscribe/" + token).then().statusCode(404);
    assertThat(door.count("feedback")).isZero();
  }

  @Test
  void whereTheEditionIsKeptNoLongerTheLinkIsTooOld() {
    Mail mail = mailed("2605.00001");
    says(mail, "more");

    door.sql("delete from edition");

    as().get(link(mail, "more")).then().statusCode(410).contentType(ContentType.HTML);
    as().accept(ContentType.JSON).post(link(mail, "less")).then().statusCode(410);
    assertThat(said(mail).getList("items.want")).containsExactly("MORE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doi:10.1002/(sici)1097-4636(199823)43:4<338::aid-jbm2>3.0.co;2-x",
        "doi:10.1000/a//b?c#d%25&e='f\"",
        "doi:10.1000/a/../b/./c/",
        "file:reading;list,7"
      })
  void papersOfAnyIdentityCanBeSpokenOf(String id) {
    Mail mail = mailed(id);
    assertThat(paths(mail.html())).isEqualTo(paths(mail.text()));

    says(mail, "less");

    assertThat(said(mail).getList("items.paper")).containsExactly(id);
    String page = given().get("/preferences/" + preferences(mail)).asString();
    var form = Pattern.compile("action=\"(/preferences/[^\"]+/feedback/[^\"]+)\"").matcher(page);
    assertThat(form.find()).isTrue();
    as().post(form.group(1)).then().statusCode(200).body(containsString("Taken back"));
    assertThat(door.count("feedback")).isZero();
  }

  @Test
  void thePreferencesPageListsWhatWasSaidAndTakesItBack() {
    Mail mail = mailed("math/0611800");
    says(mail, "more");
    String page = "/preferences/" + preferences(mail);

    given()
        .get(page)
        .then()
        .body(containsString("More like this, since Monday 4 May 2026"))
        .body(containsString("action=\"" + page + "/feedback/math/0611800\""));
    for (int time = 1; time <= 2; time++) {
      given()
          .contentType(ContentType.URLENC)
          .post(page + "/feedback/math/0611800")
          .then()
          .statusCode(200)
          .body(containsString("Taken back"));
    }

    given().get(page).then().body(not(containsString("More like this, since")));
    assertThat(door.count("topic where kind = 'LIKE' and active")).isZero();
    given().post("/preferences/forged/feedback/math/0611800").then().statusCode(404);
  }

  @Test
  void programsTakeItBackToo() {
    Mail mail = mailed("2605.00001");
    says(mail, "more");
    String all = "/api/subscriptions/" + preferences(mail) + "/feedback/";

    for (String paper : List.of("2605.00002", "no paper", "2605.00001v3", "2605.00001")) {
      given().delete(all + "{paper}", paper).then().statusCode(204);
    }

    assertThat(said(mail).getList("items")).isEmpty();
    given().delete("/api/subscriptions/forged/feedback/2605.00001").then().statusCode(404);
  }

  @Test
  void whatWasSaidIsTakenBackWhereItWasSaid() {
    Mail mail = mailed("2605.00001");
    says(mail, "more");
    String withdraw = link(mail, "more").replace("/more/", "/withdraw/");

    for (int time = 1; time <= 2; time++) {
      as().post(withdraw).then().statusCode(200).body(containsString("Taken back"));
    }

    assertThat(door.count("feedback")).isZero();
    assertThat(as().get(withdraw).statusCode()).isIn(404, 405);
  }

  @Test
  void theTopicIsAskedAsLongAsSomebodyWhoReadsWantsIt() {
    Mail one = mailed("2605.00001");
    String second = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    Mail other = door.digests(second, 1).get(0);
    String asked = "topic where kind = 'LIKE' and canonical = '2605.00001' and asked and active";
    says(one, "more");
    says(other, "less");
    assertThat(door.count(asked)).isEqualTo(1);

    given().delete("/api/subscriptions/" + preferences(other)).then().statusCode(204);
    assertThat(door.count("feedback")).isEqualTo(1);
    assertThat(door.count(asked)).isEqualTo(1);
    as().get(link(other, "less")).then().statusCode(410);
    as().post(link(other, "less")).then().statusCode(410);

    String unsubscribe = "/unsubscribe/" + FrontDoor.token(one, "unsubscribe");
    given().post(unsubscribe).then().statusCode(200);
    assertThat(door.count(asked)).isZero();
    assertThat(door.count("feedback")).isEqualTo(1);
    given().contentType(ContentType.URLENC).body("action=resume").post(unsubscribe);
    assertThat(door.count(asked)).isEqualTo(1);

    given().post(unsubscribe).then().statusCode(200);
    door.clock().set(NOON.plus(Duration.ofHours(2)));
    String address = one.header("To");
    door.confirm(door.signUp(address, "topics", List.of("badgers")));
    assertThat(door.count(asked)).isEqualTo(1);
    assertThat(said(one).getList("items.want")).containsExactly("MORE");
  }

  @Test
  void ofMoreThanAHundredTheOldestGoes() {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      many.add(paper("2605.%05d".formatted(i), "Otters, part " + i, YESTERDAY));
    }
    door.bring(many);
    String reader = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    Mail mail = door.digests(reader, 1).get(0);
    String more = link(mail, "more").replaceAll("[0-9.]+$", "");

    for (int i = 0; i <= 100; i++) {
      door.clock().set(NOON.plusSeconds(i));
      as().post(more + "2605.%05d".formatted(i)).then().statusCode(200);
    }

    given()
        .get("/api/subscriptions/" + preferences(mail) + "/feedback")
        .then()
        .body("items", hasSize(100))
        .body("total", is(100))
        .body("items[0].paper", is("2605.00100"))
        .body("items[99].paper", is("2605.00001"));
    assertThat(door.count("topic where kind = 'LIKE' and active")).isEqualTo(100);
  }

  // --- what comes of it

  /** Makes papers answer the topic of papers like one, whatever else was found. */
  private void alike(String example, Map<String, Double> scores) {
    matching.catchUp();
    String topic = "(select id from topic where kind = 'LIKE' and canonical = '" + example + "')";
    door.sql("delete from day_match where topic_id = " + topic);
    scores.forEach(
        (id, score) ->
            door.sql(
                "insert into day_match (topic_id, announced_on, total, matches) select "
                    + topic
                    + ", cast(announced_at as date), 1, '[[[]],[' || id || ',"
                    + score
                    + ",0]]' from paper where identifier = '"
                    + id
                    + "'"));
  }

  private List<String> second(Mail first) {
    door.round(TOMORROW_AT_SEVEN);
    return ids(FrontDoor.edition(door.digests(first.header("To"), 2).get(1)), "MATCH");
  }

  /** Two papers of equal score, on days of their own; the first has more votes. */
  private void twoOtters() {
    door.bring(
        voted("2605.00002", "Otters at dusk", NOON.minus(DAY.multipliedBy(2)), 9),
        voted("2605.00003", "Otters at noon", NOON, 1));
  }

  @Test
  void whatIsLikeThePaperStandsHigherForThatReaderAlone() {
    Mail mail = mailed("2605.00001");
    String plain = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    says(mail, "more");
    twoOtters();
    alike("2605.00001", Map.of("2605.00003", 0.8));

    assertThat(second(mail)).containsExactly("2605.00003", "2605.00002");

    var other = FrontDoor.edition(door.digests(plain, 2).get(1));
    assertThat(ids(other, "MATCH")).containsExactly("2605.00002", "2605.00003");
  }

  @Test
  void whatIsLikeAPaperOfWhichLessIsWantedStandsLower() {
    Mail mail = mailed("2605.00001");
    says(mail, "less");
    twoOtters();
    alike("2605.00001", Map.of("2605.00002", 0.3));

    assertThat(second(mail)).containsExactly("2605.00003", "2605.00002");
  }

  @Test
  void moreAndLessAreWeighedAgainstEachOther() {
    door.bring(
        paper("2605.00001", "Otters at dawn", YESTERDAY),
        paper("2605.00009", "Otters asleep", YESTERDAY));
    String reader = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    Mail mail = door.digests(reader, 1).get(0);
    String more = link(mail, "more").replaceAll("[0-9.]+$", "");
    as().post(more + "2605.00001").then().statusCode(200);
    as().post(more.replace("/more/", "/less/") + "2605.00009").then().statusCode(200);
    twoOtters();
    alike("2605.00001", Map.of("2605.00003", 0.5));
    alike("2605.00009", Map.of("2605.00003", 0.9));

    assertThat(second(mail)).containsExactly("2605.00002", "2605.00003");
  }

  @Test
  void whatWasTakenBackMovesNothing() {
    Mail mail = mailed("2605.00001");
    says(mail, "more");
    twoOtters();
    alike("2605.00001", Map.of("2605.00003", 0.8));
    given()
        .delete("/api/subscriptions/" + preferences(mail) + "/feedback/2605.00001")
        .then()
        .statusCode(204);

    assertThat(second(mail)).containsExactly("2605.00002", "2605.00003");
  }

  @Test
  void feedbackDecidesWhatFitsAndBringsNothingThatAnswersNoTopic() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    String reader = door.reader("topics", List.of("otters"), "maxPapers", 1);
    door.round(FIRST_ROUND);
    Mail mail = door.digests(reader, 1).get(0);
    says(mail, "more");
    twoOtters();
    door.bring(paper("2605.00004", "Badgers", NOON.minus(DAY.multipliedBy(3))));
    alike("2605.00001", Map.of("2605.00003", 0.8, "2605.00004", 1.0));

    assertThat(second(mail)).containsExactly("2605.00003");

    var edition = FrontDoor.edition(door.digests(reader, 2).get(1));
    assertThat(edition.getList("items.paper.id")).containsExactly("2605.00003", "2605.00002");
  }

  @Test
  void whatIsSaidWhileARoundRunsIsMatchedBeforeTheReadersTurn() {
    Mail mail = mailed("2605.00001");
    says(mail, "more");
    matching.catchUp();
    // As a query, for which papers are found whatever is like what.
    door.sql("update topic set kind = 'QUERY', canonical = 'dawn' where kind = 'LIKE'");
    door.sql(
        "insert into matching_request (id, topic_id) select -1, id from topic"
            + " where canonical = 'dawn'");
    RoundNews news =
        new RoundNews(FIRST_ROUND, papers.standing(FIRST_ROUND.minus(DAY.multipliedBy(14)), NOON));
    RoundLeanings leanings = new RoundLeanings(matching, news, matching::catchUp);
    long id = ((Number) door.one("select id from subscription")).longValue();
    long paper = ((Number) door.one("select id from paper")).longValue();

    Map<Long, PaperScores> scores =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  List<DueSubscription> due = subscriptions.due(List.of(id), FIRST_ROUND);
                  return leanings.of(due);
                });

    assertThat(Set.copyOf(scores.values())).hasSize(1);
    assertThat(scores.values().iterator().next().papers()).containsExactly(paper);
  }
}
