package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.operator;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.paper.ScriptedSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/** A reader's question why there was no mail, and its answer. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class HistoryTest {

  private static final Instant TUESDAY = Instant.parse("2026-05-05T07:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Inject FrontDoor door;
  @Inject ScriptedSource source;

  @BeforeEach
  void open() {
    door.open();
  }

  @AfterEach
  void close() {
    source.answers(date -> new SourceAnswer(List.of(), List.of()));
    door.clock().reset();
  }

  @Test
  void eachDueDaySaysWhatCameOrWhyNothingDid() {
    door.bring(
        paper("2605.00001", "Otters at dawn", NOON.minus(DAY)),
        paper("2605.00002", "Badgers at dusk", NOON.minus(DAY)));
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    door.digests(reader, 1);

    door.bring(paper("2605.00003", "Badgers again", TUESDAY.minusSeconds(60)));
    door.round(TUESDAY);
    door.round(TUESDAY.plus(DAY));
    door.clock().set(TUESDAY.plus(DAY.multipliedBy(2)).minus(Duration.ofHours(1)));
    source.answers(
        date -> {
          throw SourceFailure.failed("The archive could not be reached");
        });
    asked(LocalDate.parse("2026-05-07"));
    door.round(TUESDAY.plus(DAY.multipliedBy(2)));

    String token = preferencesToken(reader);
    JsonPath history =
        given()
            .get("/api/subscriptions/" + token + "/history")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(history.getList("items.day"))
        .containsExactly("2026-05-07", "2026-05-06", "2026-05-05", "2026-05-04");
    assertThat(history.getList("items.outcome"))
        .containsExactly("SOURCE_TROUBLE", "NO_PAPERS", "NOTHING_MATCHED", "SENT");
    assertThat(history.getList("items.papers")).containsExactly(0, 0, 0, 1);
    assertThat(history.getList("items.seen")).containsExactly(0, 0, 1, 2);
    assertThat(history.getString("items[0].detail"))
        .isEqualTo(
            "Nothing sent: no source had brought anything new; scripted could not be read."
                + " What was missed comes later.");
    assertThat(history.getInt("total")).isEqualTo(4);

    String page = given().get("/preferences/" + token).asString();
    assertThat(page)
        .contains("Monday 4 May")
        .contains("1 paper sent, of 2 new.")
        .contains("the one new paper answered none of your topics")
        .contains("scripted could not be read")
        .doesNotContain("The archive could not be reached");
  }

  @Test
  void todaysListThatIsStaleIsToldThoughYesterdaysWasReadAfterIt() {
    String reader = servedOnMonday();
    LocalDate tuesday = LocalDate.ofInstant(TUESDAY, ZoneOffset.UTC);
    source.answers(
        date -> {
          if (date.equals(tuesday)) {
            throw SourceFailure.stale("The archive answered with another day's list");
          }
          return new SourceAnswer(List.of(), List.of());
        });
    door.clock().set(TUESDAY.minus(Duration.ofHours(1)));
    asked(tuesday);
    door.clock().advance(Duration.ofSeconds(5));
    asked(tuesday.minusDays(1));
    door.round(TUESDAY);

    JsonPath history = history(reader);
    assertThat(history.getList("items.outcome")).containsExactly("SOURCE_TROUBLE", "SENT");
    assertThat(history.getString("items[0].detail"))
        .contains("scripted had not brought the day's list");
  }

  @Test
  void anOldDayTheOperatorCouldNotReadIsNoReasonForSilence() {
    door.clock().set(NOON.minus(DAY));
    asked(LocalDate.parse("2026-05-03"));
    String reader = servedOnMonday();
    source.answers(
        date -> {
          throw SourceFailure.failed("The archive could not be reached");
        });
    door.clock().set(TUESDAY.minus(Duration.ofHours(1)));
    asked(LocalDate.parse("2026-01-02"));
    door.round(TUESDAY);

    assertThat(history(reader).getList("items.outcome")).containsExactly("NO_PAPERS", "SENT");
  }

  private String servedOnMonday() {
    door.clock().set(NOON);
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY)));
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    door.digests(reader, 1);
    return reader;
  }

  private static void asked(LocalDate date) {
    operator()
        .body(Map.of("source", "scripted", "date", date.toString()))
        .post("/api/admin/ingestions")
        .then()
        .statusCode(200);
  }

  private JsonPath history(String reader) {
    return given()
        .get("/api/subscriptions/" + preferencesToken(reader) + "/history")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void nobodyElseSeesIt() {
    given().get("/api/subscriptions/nonsense/history").then().statusCode(404);
  }

  private String preferencesToken(String reader) {
    door.clock().advance(Duration.ofMinutes(16));
    int before = door.ledger(reader, "EDITION") + 1;
    return door.preferences(reader, before);
  }
}
