package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paperround.Operator;
import org.paperround.Reader;
import org.paperround.base.TestClock;

@QuarkusTest
class PreferencesApiTest {

  @Inject TestClock clock;

  @AfterEach
  void resetTheClock() {
    clock.reset();
  }

  private static ValidatableResponse get(String token) {
    return given().get("/api/subscriptions/{token}", token).then();
  }

  private static ValidatableResponse put(String token, Object body) {
    return given()
        .contentType("application/json")
        .body(body)
        .put("/api/subscriptions/{token}", token)
        .then();
  }

  private static ValidatableResponse delete(String token) {
    return given().delete("/api/subscriptions/{token}", token).then();
  }

  @Test
  void putReplacesTheWhole() {
    Reader reader = Reader.with(Map.of("topics", List.of("graphs", "cats"), "maxPapers", 30));
    String token = reader.preferencesToken();

    put(token, Map.of("topics", List.of("dogs"), "frequency", "WEEKDAYS"))
        .statusCode(200)
        .body("topics", equalTo(List.of("dogs")))
        .body("frequency", equalTo("WEEKDAYS"))
        .body("maxPapers", equalTo(10))
        .body("email", equalTo(reader.address()));
    get(token).body("topics", equalTo(List.of("dogs"))).body("maxPapers", equalTo(10));
  }

  @Test
  void whatIsMutedStaysUntilItIsReplaced() {
    List<Object> mute = List.of("title:survey", Map.of("query", "cat:cs.CY"), "survey title: x");
    Reader reader = Reader.with(Map.of("topics", List.of("graphs"), "mute", mute));
    String token = reader.preferencesToken();
    List<String> written = List.of("title:survey", "cat:cs.CY", "survey title: x");
    get(token).body("mute", equalTo(written));

    given()
        .formParam("action", "pause")
        .post("/unsubscribe/{token}", reader.unsubscribeToken())
        .then()
        .statusCode(200);
    get(token).body("status", equalTo("PAUSED")).body("mute", equalTo(written));
    String read = get(token).extract().asString();
    assertThat(put(token, read).statusCode(200).extract().asString()).isEqualTo(read);

    put(token, Map.of("topics", List.of("graphs"), "mute", List.of("NOT-x", " NOT-x  ")))
        .body("mute", equalTo(List.of("NOT-x")));
    put(token, Map.of("topics", List.of("graphs"))).body("mute", equalTo(List.of()));
    get(token).body("topics", equalTo(List.of("graphs"))).body("mute", equalTo(List.of()));
  }

  @Test
  void topicsOfEveryKindAreReplacedAndMayBePutBack() {
    String token = Reader.of("graphs").preferencesToken();
    List<Object> topics =
        List.of(
            Map.of("like", List.of("2509.22824", "2509.22825")),
            Map.of("about", "otters at dawn", "strength", "few"),
            Map.of("query", "graphs", "strength", "many"));
    List<Object> mute = List.of(Map.of("about", "otters at dawn"), Map.of("like", "2509.22826"));

    String read =
        put(token, Map.of("topics", topics, "mute", mute))
            .statusCode(200)
            .body("topics", equalTo(topics))
            .body("mute", equalTo(mute))
            .extract()
            .asString();
    assertThat(get(token).extract().asString()).isEqualTo(read);
    assertThat(put(token, read).statusCode(200).extract().asString()).isEqualTo(read);

    put(token, Map.of("topics", List.of(Map.of("about", "otters at dawn", "strength", "many"))))
        .body("topics", equalTo(List.of(Map.of("about", "otters at dawn", "strength", "many"))))
        .body("mute", equalTo(List.of()));
  }

  @Test
  void aWrongTopicOfAnyKindIsPointedAtAndChangesNothing() {
    String token = Reader.of("graphs").preferencesToken();
    String before = get(token).extract().asString();

    put(
            token,
            Map.of(
                "topics",
                List.of(
                    Map.of("about", "otters"),
                    Map.of("about", "the of"),
                    Map.of("like", "2509.22824 x"),
                    Map.of("about", "otters", "strength", "loud"))))
        .statusCode(400)
        .body("errors.field", equalTo(List.of("topics[1]", "topics[2]", "topics[3].strength")));
    assertThat(get(token).extract().asString()).isEqualTo(before);
  }

  @Test
  void aWrongMuteIsPointedAtAndChangesNothing() {
    String token = Reader.of("graphs").preferencesToken();

    put(token, Map.of("topics", List.of("graphs"), "mute", List.of("x", "cats AND dogs OR mice")))
        .statusCode(400)
        .body("errors.field", equalTo(List.of("mute[1]")))
        .body("errors[0].position", equalTo("cats AND dogs ".length()));
    get(token).body("mute", equalTo(List.of()));
  }

  @Test
  void whatWasReadMayBePutBack() {
    String token = Reader.of("graphs").preferencesToken();
    Operator.runsARound(clock.instant());
    String read = get(token).extract().asString();

    assertThat(put(token, read).statusCode(200).extract().asString()).isEqualTo(read);
  }

  @Test
  void whatWasReadMayBePutBackWhenTheNextDigestHasMovedSince() {
    String token = Reader.of("graphs").preferencesToken();
    String read = get(token).extract().asString();
    Operator.runsARound(clock.instant());

    put(token, read).statusCode(200).body("topics", equalTo(List.of("graphs")));
  }

  @Test
  void addressAndStatusAreNotChangedHere() {
    String token = Reader.of("graphs").preferencesToken();
    String before = get(token).extract().asString();

    put(token, Map.of("topics", List.of("x"), "email", "eve@example.org", "status", "PAUSED"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", containsInAnyOrder("email", "status"));
    assertThat(get(token).extract().asString()).isEqualTo(before);
  }

  @Test
  void aWrongReplacementNamesItsFieldsAndChangesNothing() {
    String token = Reader.of("graphs").preferencesToken();
    String before = get(token).extract().asString();

    put(token, Map.of("topics", List.of("(x"), "colour", "red"))
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("topics[0]", "colour"));
    assertThat(get(token).extract().asString()).isEqualTo(before);
  }

  @Test
  void aNewHourMovesTheNextDigest() {
    clock.set(Instant.parse("2031-05-05T05:30:00Z"));
    String token = Reader.of("graphs").preferencesToken();
    Operator.runsARound(clock.instant());
    get(token).body("nextDueAt", equalTo("2031-05-05T07:00:00Z"));

    put(token, Map.of("topics", List.of("graphs"), "deliverAt", "06:00"))
        .body("nextDueAt", equalTo("2031-05-05T06:00:00Z"));
    put(token, Map.of("topics", List.of("graphs"), "deliverAt", "05:00"))
        .body("nextDueAt", equalTo("2031-05-06T05:00:00Z"));
  }

  @Test
  void aDayThatWasServedIsNotServedAgainAtAnotherHourOrInAnotherZone() {
    clock.set(Instant.parse("2031-06-04T10:00:00Z"));
    String token =
        Reader.with(
                Map.of(
                    "topics", List.of("graphs"),
                    "timeZone", "Pacific/Kiritimati",
                    "deliverAt", "00:30"))
            .preferencesToken();
    Operator.runsARound(clock.instant());
    get(token).body("nextDueAt", equalTo("2031-06-04T10:30:00Z"));
    clock.set(Instant.parse("2031-06-04T10:31:00Z"));
    Operator.runsARound(clock.instant());

    put(token, Map.of("topics", List.of("graphs"), "timeZone", "Pacific/Kiritimati"))
        .body("nextDueAt", equalTo("2031-06-05T17:00:00Z"));
    put(token, Map.of("topics", List.of("graphs"), "timeZone", "Pacific/Niue"))
        .body("nextDueAt", equalTo("2031-06-06T18:00:00Z"));
  }

  @Test
  void whatSomebodyWhoLeftChangesDoesNotBringThemBack() {
    Reader reader = Reader.of("graphs");
    String token = reader.preferencesToken();
    given().post("/unsubscribe/{token}", reader.unsubscribeToken()).then().statusCode(200);

    put(token, Map.of("topics", List.of("cats")))
        .statusCode(200)
        .body("status", equalTo("UNSUBSCRIBED"))
        .body("nextDueAt", equalTo(null));
  }

  @Test
  void eraseLeavesNothingToRead() {
    Reader reader = Reader.of("graphs");
    String token = reader.preferencesToken();
    String confirmation = reader.confirmationToken();

    delete(token).statusCode(204);

    get(token).statusCode(410).contentType("application/problem+json");
    put(token, Map.of("topics", List.of("x"))).statusCode(410);
    delete(token).statusCode(410);
    given().post("/confirm/{token}", confirmation).then().statusCode(410);
    assertThat(Operator.mailsTo(reader.address())).isEmpty();
  }

  @Test
  void whoWasErasedMaySignUpAgainAndThenHasAnOrdinarySubscription() {
    Reader reader = Reader.of("graphs");
    delete(reader.preferencesToken()).statusCode(204);

    reader.signUp(Map.of("topics", List.of("cats"))).statusCode(202);
    String confirmation = reader.tokenFromMail("confirm", 2);
    given().post("/confirm/{token}", confirmation).then().statusCode(200);

    // A link is mailed to nobody whose address is still held back.
    reader.asksForALink();
    get(reader.tokenFromMail("preferences", 1))
        .statusCode(200)
        .body("topics", equalTo(List.of("cats")));
  }

  @Test
  void aPreferencesLinkExpiresAfterThirtyDays() {
    String token = Reader.of("graphs").preferencesToken();

    clock.advance(Duration.ofDays(30).minusMinutes(1));
    get(token).statusCode(200);
    clock.advance(Duration.ofMinutes(1));
    get(token).statusCode(410).contentType("application/problem+json");
    put(token, Map.of("topics", List.of("x"))).statusCode(410);
    delete(token).statusCode(410);
    given().get("/preferences/{token}", token).then().statusCode(410).contentType("text/html");
  }

  @Test
  void tokensOfAnotherPurposeAreNotFound() {
    Reader reader = Reader.of("graphs");

    get(reader.unsubscribeToken()).statusCode(404).contentType("application/problem+json");
    delete(reader.confirmationToken()).statusCode(404);
    get(reader.preferencesToken()).statusCode(200);
  }
}
