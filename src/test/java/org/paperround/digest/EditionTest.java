package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;

/** What stands in an edition, in the mail and behind its links. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class EditionTest {

  private static final Instant AT = NOON.plusSeconds(60);
  private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");
  private static final Instant YESTERDAY = NOON.minus(Duration.ofDays(1));

  @Inject FrontDoor door;
  @Inject EditionRepository editions;

  @BeforeEach
  void open() {
    door.open();
  }

  private static Map<String, Object> voted(
      String id, String title, Instant announcedAt, int votes) {
    Map<String, Object> paper = paper(id, title, announcedAt);
    paper.put("votes", votes);
    return paper;
  }

  @Test
  void mailPageAndJsonHoldTheSamePapersAndTheRestIsCountedAndListed() {
    door.bring(
        voted("2605.00001", "Otters and badgers", YESTERDAY, 3),
        paper("2605.00002", "Badgers at dusk", YESTERDAY),
        paper("2605.00003", "Otters at noon", YESTERDAY),
        voted("2605.00004", "Foxes trend", YESTERDAY, 9));
    String reader =
        door.reader("topics", List.of("title:otters", "badgers"), "maxPapers", 2, "trending", true);

    door.round(AT);

    Mail mail = door.digests(reader, 1).get(0);
    JsonPath edition = FrontDoor.edition(mail);
    assertThat(ids(edition, "MATCH")).hasSize(2).doesNotContain("2605.00004");
    assertThat(ids(edition, "TRENDING")).containsExactly("2605.00004");
    assertThat(ids(edition, "MORE")).hasSize(1).doesNotContain("2605.00004");
    assertThat(edition.getMap("")).containsOnlyKeys("period", "items");
    assertThat(edition.getMap("items[0]")).containsOnlyKeys("paper", "section", "topics", "reason");
    assertThat(edition.getMap("items[0].paper"))
        .containsKeys("id", "title", "abstract", "authors", "votes", "links", "sources");
    assertThat(edition.getString("items[0].reason")).contains("the title");
    assertThat(edition.getList("items.find { it.section == 'TRENDING' }.topics")).isEmpty();
    assertThat(edition.getString("items.find { it.section == 'TRENDING' }.reason")).isNull();
    assertThat(edition.getList("items.find { it.paper.id == '2605.00001' }.topics"))
        .containsExactlyInAnyOrder("title:otters", "badgers");
    String page =
        given()
            .get("/editions/" + FrontDoor.token(mail, "editions"))
            .then()
            .statusCode(200)
            .contentType(ContentType.HTML)
            .extract()
            .asString();
    for (String title : edition.getList("items.paper.title", String.class)) {
      assertThat(page).contains(title);
      boolean more =
          title.equals(edition.getString("items.find { it.section == 'MORE' }.paper.title"));
      assertThat(mail.text().contains(title)).as("text has %s", title).isEqualTo(!more);
      assertThat(mail.html().contains(title)).as("HTML has %s", title).isEqualTo(!more);
    }
    assertThat(page).contains("1 more");
    assertThat(mail.text()).contains("And 1 more").contains("2605.00004");
    assertThat(mail.html()).containsIgnoringCase("and 1 more");
  }

  @Test
  void theMailLetsItsReaderLeaveByOneClick() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    String reader = door.reader("topics", List.of("otters"));
    door.round(AT);
    Mail mail = door.digests(reader, 1).get(0);

    String link = mail.header("List-Unsubscribe");
    assertThat(link).matches("<http://localhost:8081/unsubscribe/[A-Za-z0-9._~-]+>");
    assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.header("List-Id")).startsWith("Paperround <");
    assertThat(mail.header("Precedence")).isEqualTo("bulk");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("X-Entity-Ref-ID")).startsWith("edition-");
    assertThat(mail.text()).contains("otters", "/preferences/", "Exampletown");
    assertThat(mail.html()).contains("otters", "/preferences/", "Exampletown");

    given()
        .contentType(ContentType.URLENC)
        .body("List-Unsubscribe=One-Click")
        .post(link.substring(link.indexOf("/unsubscribe"), link.length() - 1))
        .then()
        .statusCode(200);
    door.bring(paper("2605.00002", "Otters at dusk", NOON));
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("0 0 0 0");
  }

  @Test
  void whatTrendsWasAnnouncedSinceTheLastEditionAtMostThreeDaysBackAndNeverSent() {
    String reader = door.reader("topics", List.of(), "maxPapers", 2);
    door.bring(
        voted("2605.00001", "Too old", AT.minus(Duration.ofDays(3)), 99),
        voted("2605.00002", "Just in", AT.minus(Duration.ofDays(3)).plusMillis(1), 9),
        voted("2605.00003", "More votes", YESTERDAY, 20),
        voted("2605.00004", "Fewer votes", YESTERDAY, 5),
        voted("2605.00005", "To come", AT.plusMillis(1), 50));
    assertThat(door.round(AT)).isEqualTo("1 1 0 1");
    assertThat(ids(door.edition(reader), "TRENDING")).containsExactly("2605.00003", "2605.00002");

    // Neither what was left over before the last edition, nor what was sent, comes now.
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");

    JsonPath second = FrontDoor.edition(door.digests(reader, 2).get(1));
    assertThat(second.getList("items.paper.id")).containsExactly("2605.00005");
  }

  @Test
  void withoutAMatchThereIsNoMailAlsoWhenSomethingTrends() {
    door.bring(voted("2605.00001", "Foxes trend", NOON, 9));
    String reader = door.reader("topics", List.of("otters"), "trending", true);

    assertThat(door.round(AT)).isEqualTo("1 0 1 0");
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 0 1 0");

    assertThat(door.ledger(reader, "EDITION")).isZero();
    assertThat(preferences(reader))
        .contains("Tuesday 5 May. Nothing sent: no source had brought anything new");
    door.bring(paper("2605.00002", "Badgers", TOMORROW_AT_SEVEN.plusSeconds(1)));
    // Late: of a day that was served already, yet news to the reader.
    door.bring(voted("2605.00003", "Foxes late", TOMORROW_AT_SEVEN.minusSeconds(1), 9));
    door.sql("update paper set first_seen_at = timestamp '2026-05-05 09:00:00'");
    assertThat(door.round(TOMORROW_AT_SEVEN.plus(Duration.ofDays(1)))).isEqualTo("1 0 1 0");
    assertThat(preferences(reader)).contains("none of 3 new papers answered your topics");
  }

  /** The page behind a fresh preferences link. */
  private String preferences(String reader) {
    return given().get("/preferences/" + preferencesToken(reader)).asString();
  }

  private String preferencesToken(String reader) {
    door.clock().advance(Duration.ofMinutes(16));
    int before = door.ledger(reader, "PREFERENCES_LINK");
    return door.preferences(reader, before + 1 + door.ledger(reader, "EDITION"));
  }

  @Test
  void whoAskedForItHearsThatNothingMatchedAndWhatTrends() {
    String reader = door.reader("topics", List.of("otters"), "trending", true, "sendEmpty", true);
    door.round(AT);
    door.bring(voted("2605.00001", "Foxes trend", NOON, 9));

    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");
    assertThat(door.round(TOMORROW_AT_SEVEN.plus(Duration.ofDays(1)))).isEqualTo("1 1 0 1");

    List<Mail> mails = door.digests(reader, 2);
    assertThat(mails.get(0).text())
        .contains("There is nothing new for you this time", "Foxes trend");
    assertThat(mails.get(0).html())
        .contains("There is nothing new for you this time", "Foxes trend");
    assertThat(FrontDoor.edition(mails.get(1)).getList("items")).isEmpty();
  }

  @Test
  void aChangeOfHourOrZoneThatLandsOnADayAlreadyServedSkipsToTheNext() {
    String reader = door.reader("topics", List.of("otters"));
    door.round(AT);
    door.clock().set(TOMORROW_AT_SEVEN);
    door.bring(paper("2605.00001", "Otters at dawn", NOON));
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");

    // The evening of the same day was served in the morning.
    assertThat(changed(reader, "18:00", "UTC")).isEqualTo("2026-05-06T18:00:00Z");
    // On Hawaii it is still the day before: two slots to skip.
    assertThat(changed(reader, "23:00", "Pacific/Honolulu")).isEqualTo("2026-05-07T09:00:00Z");
    assertThat(changed(reader, "06:00", "Pacific/Kiritimati")).isEqualTo("2026-05-05T16:00:00Z");
  }

  private String changed(String reader, String deliverAt, String timeZone) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("topics", List.of("otters"), "deliverAt", deliverAt, "timeZone", timeZone))
        .put("/api/subscriptions/" + preferencesToken(reader))
        .then()
        .statusCode(200)
        .extract()
        .path("nextDueAt");
  }

  @Test
  void anEditionKeepsTheTextAndTheNumbersThatWereShown() {
    door.bring(voted("2605.00001", "Otters at dawn", YESTERDAY, 3));
    String reader = door.reader("topics", List.of("otters"));
    door.round(AT);
    Mail mail = door.digests(reader, 1).get(0);

    assertThat(
            door.bring(voted("2605.00001", "Badgers, after all", YESTERDAY, 77)).getInt("updated"))
        .isEqualTo(1);

    JsonPath edition = FrontDoor.edition(mail);
    assertThat(edition.getString("items[0].paper.title")).isEqualTo("Otters at dawn");
    assertThat(edition.getInt("items[0].paper.votes")).isEqualTo(3);
    given()
        .get("/editions/" + FrontDoor.token(mail, "editions"))
        .then()
        .body(containsString("Otters at dawn"));
    given().get("/api/papers/2605.00001").then().body("votes", is(77));
  }

  @Test
  void erasingAReaderTakesTheirEditionsAlong() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    String reader = door.reader("topics", List.of("otters"));
    door.round(AT);
    Mail mail = door.digests(reader, 1).get(0);

    given()
        .delete("/api/subscriptions/" + FrontDoor.token(mail, "preferences"))
        .then()
        .statusCode(204);

    assertThat(FrontDoor.editionAnswer(mail).statusCode()).isEqualTo(410);
    given().get("/editions/" + FrontDoor.token(mail, "editions")).then().statusCode(410);
    assertThat(door.count("edition")).isZero();
  }

  @Test
  void anEditionMayOfferManyThousandsOfPapers() {
    door.reader();
    long subscription = ((Number) door.one("select id from subscription")).longValue();
    EditionItem item =
        new EditionItem(1, 1, Section.MORE, List.of("otters".repeat(80)), null, 0, 0);
    LocalDate day = LocalDate.of(2026, 5, 4);
    Edition large =
        new Edition(
            subscription,
            "FIRST",
            day,
            AT,
            AT,
            0,
            List.of(),
            Collections.nCopies(5000, item),
            List.of());

    QuarkusTransaction.requiringNew().run(() -> editions.persist(large));

    assertThat(QuarkusTransaction.requiringNew().call(() -> editions.findById(large.id).items))
        .hasSize(5000)
        .containsOnly(item);
  }

  @Test
  void aForgedEditionLinkIsNotFound() {
    given().get("/editions/AAAA").then().statusCode(404);
  }
}
