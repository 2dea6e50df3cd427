package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paperround.Operator;
import org.paperround.Reader;
import org.paperround.base.TestClock;
import org.paperround.delivery.Postman;

@QuarkusTest
class UnsubscribeTest {

  @Inject TestClock clock;
  @Inject Postman postman;

  @AfterEach
  void putBack() {
    clock.reset();
    postman.works();
  }

  private static ValidatableResponse act(String token, String... fields) {
    var request = given().accept("application/json");
    for (int i = 0; i < fields.length; i += 2) {
      request.formParam(fields[i], fields[i + 1]);
    }
    return request.post("/unsubscribe/{token}", token).then();
  }

  private static String status(String token) {
    return given()
        .accept("application/json")
        .get("/unsubscribe/{token}", token)
        .then()
        .statusCode(200)
        .extract()
        .path("status");
  }

  private static Map<String, Object> subscription(String preferencesToken) {
    return given().get("/api/subscriptions/{token}", preferencesToken).jsonPath().getMap("");
  }

  private static Instant nextDueAt(String preferencesToken) {
    return Instant.parse(String.valueOf(subscription(preferencesToken).get("nextDueAt")));
  }

  @Test
  void lookingChangesNothing() {
    String token = Reader.of("graphs").unsubscribeToken();

    given()
        .get("/unsubscribe/{token}", token)
        .then()
        .statusCode(200)
        .body(containsString("Leave the round?"));
    given().head("/unsubscribe/{token}", token).then().statusCode(200);
    assertThat(status(token)).isEqualTo("CONFIRMED");
  }

  @Test
  void leavingTwiceIsLeavingOnce() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    String token = reader.unsubscribeToken();

    act(token).statusCode(200).body("status", equalTo("UNSUBSCRIBED"));
    act(token).statusCode(200).body("status", equalTo("UNSUBSCRIBED"));
    assertThat(subscription(preferences))
        .containsEntry("status", "UNSUBSCRIBED")
        .containsEntry("nextDueAt", null);
  }

  @Test
  void leavingTakesBackTheDigestThatIsQueued() {
    String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    Reader reader = Reader.of(word);
    String token = reader.unsubscribeToken();
    await().until(() -> "SENT".equals(Operator.mailsTo(reader.address()).get(0).get("state")));
    postman.rests();
    Operator.bringsPaper("key-" + word, "On " + word, clock.instant());
    Operator.runsARound(clock.instant());
    assertThat(Operator.mailsTo(reader.address()).get(0))
        .containsEntry("kind", "EDITION")
        .containsEntry("state", "QUEUED");

    act(token).statusCode(200);

    assertThat(Operator.mailsTo(reader.address()).get(0))
        .containsEntry("kind", "EDITION")
        .containsEntry("state", "CANCELLED")
        .containsEntry("reason", "UNSUBSCRIBED");
  }

  @Test
  void whoLeftIsNotServedByTheNextRound() {
    String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    Reader leaver = Reader.of(word);
    Reader stayer = Reader.of(word);
    act(leaver.unsubscribeToken()).statusCode(200);
    Operator.bringsPaper("key-" + word, "On " + word, clock.instant());
    Operator.runsARound(clock.instant());

    assertThat(Operator.mailsTo(stayer.address())).hasSize(2);
    assertThat(Operator.mailsTo(leaver.address())).hasSize(1);
  }

  @Test
  void theLinkInADigestLeaves() {
    String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    Reader reader = Reader.of(word);
    Operator.bringsPaper("key-" + word, "On " + word, clock.instant());
    Operator.runsARound(clock.instant());

    String token = reader.tokenFromMail("unsubscribe", 1);
    clock.advance(Duration.ofDays(3_000));
    act(token).statusCode(200).body("status", equalTo("UNSUBSCRIBED"));
  }

  @Test
  void aPauseLastsAsLongAsAskedFor() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    String token = reader.unsubscribeToken();
    Instant until = clock.instant().plus(Duration.ofDays(14));

    act(token, "action", "pause", "days", "14").statusCode(200).body("status", equalTo("PAUSED"));

    assertThat(nextDueAt(preferences)).isBetween(until, until.plus(Duration.ofDays(1)));
  }

  @Test
  void whoChangesTheHourOfAPausedDigestIsServedAtThatHour() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    act(reader.unsubscribeToken(), "action", "pause", "days", "14");
    Instant end = nextDueAt(preferences);

    given()
        .contentType("application/json")
        .body("{\"topics\":[\"graphs\"],\"deliverAt\":\"09:30\"}")
        .put("/api/subscriptions/{token}", preferences)
        .then()
        .body("status", equalTo("PAUSED"));

    assertThat(nextDueAt(preferences)).isEqualTo(end.plus(Duration.ofMinutes(150)));
  }

  @Test
  void weeklyInsteadDoesNotEndAPause() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    String token = reader.unsubscribeToken();
    Instant until = clock.instant().plus(Duration.ofDays(28));
    act(token, "action", "pause", "days", "28");

    act(token, "action", "weekly").statusCode(200).body("status", equalTo("PAUSED"));

    assertThat(nextDueAt(preferences)).isAfter(until);
  }

  @Test
  void whoSavesPreferencesWhileADigestIsOverdueStillGetsIt() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    Operator.runsARound(clock.instant());
    Instant due = nextDueAt(preferences);
    clock.set(due.plus(Duration.ofMinutes(1)));

    given()
        .contentType("application/json")
        .body("{\"topics\":[\"graphs\",\"trees\"]}")
        .put("/api/subscriptions/{token}", preferences)
        .then()
        .statusCode(200);

    assertThat(nextDueAt(preferences)).isEqualTo(due);
  }

  @Test
  void aPauseEndsWhenItsReaderComesBack() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    String token = reader.unsubscribeToken();
    act(token, "action", "pause", "days", "28");

    act(token, "action", "resume").statusCode(200).body("status", equalTo("CONFIRMED"));

    assertThat(nextDueAt(preferences)).isBefore(clock.instant().plus(Duration.ofDays(2)));
  }

  @Test
  void aPauseMayBeAskedForBeforeTheFirstDigest() {
    Reader reader = Reader.of("graphs");
    String preferences = reader.preferencesToken();
    String token = reader.unsubscribeToken();
    Instant until = clock.instant().plus(Duration.ofDays(7));
    act(token, "action", "pause");

    Operator.runsARound(clock.instant());

    assertThat(nextDueAt(preferences)).isAfter(until);
    assertThat(status(token)).isEqualTo("PAUSED");
  }

  @Test
  void weeklyInsteadIsWeeklyFromNowOn() {
    Reader reader = Reader.of("graphs");
    String token = reader.unsubscribeToken();

    act(token, "action", "weekly").statusCode(200).body("status", equalTo("CONFIRMED"));

    assertThat(subscription(reader.preferencesToken())).containsEntry("frequency", "WEEKLY");
  }

  @Test
  void whoLeftMayComeBackForADay() {
    Reader reader = Reader.of("graphs");
    String token = reader.unsubscribeToken();
    act(token);
    given()
        .get("/unsubscribe/{token}", token)
        .then()
        .body(containsString("value=\"resume\""), not(containsString("Leave the round?")));

    clock.advance(Duration.ofHours(24).minusMinutes(1));
    act(token, "action", "resume").statusCode(200).body("status", equalTo("CONFIRMED"));

    assertThat(nextDueAt(reader.preferencesToken())).isAfter(clock.instant());
  }

  @Test
  void afterADayComingBackTakesASignUp() {
    Reader reader = Reader.of("graphs");
    String token = reader.unsubscribeToken();
    act(token);
    clock.advance(Duration.ofHours(24));

    act(token, "action", "resume").statusCode(410).contentType("application/problem+json");

    assertThat(status(token)).isEqualTo("UNSUBSCRIBED");
    given().get("/unsubscribe/{token}", token).then().body(not(containsString("value=\"resume\"")));
  }

  @Test
  void whoLeftCannotPauseThemselvesBackIn() {
    String token = Reader.of("graphs").unsubscribeToken();
    act(token);

    act(token, "action", "pause").statusCode(200).body("status", equalTo("UNSUBSCRIBED"));
    act(token, "action", "weekly").statusCode(200).body("status", equalTo("UNSUBSCRIBED"));
    assertThat(status(token)).isEqualTo("UNSUBSCRIBED");
  }

  @Test
  void whatTheFormCannotHaveSentIsRefusedAndChangesNothing() {
    String token = Reader.of("graphs").unsubscribeToken();

    act(token, "action", "explode").statusCode(400).body("errors[0].field", equalTo("action"));
    for (String days : new String[] {"0", "367", "soon", "-7"}) {
      act(token, "action", "pause", "days", days)
          .statusCode(400)
          .body("errors[0].field", equalTo("days"));
    }
    given()
        .formParam("action", "explode")
        .post("/unsubscribe/{token}", token)
        .then()
        .statusCode(400)
        .contentType("text/html");
    assertThat(status(token)).isEqualTo("CONFIRMED");
  }

  @Test
  void aForgedLinkLeavesNobody() {
    String token = Reader.of("graphs").unsubscribeToken();
    String forged =
        token.substring(0, 30) + (token.charAt(30) == 'x' ? "y" : "x") + token.substring(31);

    act(forged).statusCode(404).contentType("application/problem+json");
    given().post("/unsubscribe/{token}", forged).then().statusCode(404).contentType("text/html");
    assertThat(status(token)).isEqualTo("CONFIRMED");
  }
}
