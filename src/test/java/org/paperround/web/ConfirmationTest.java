package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paperround.Reader;
import org.paperround.base.TestClock;

@QuarkusTest
class ConfirmationTest {

  private static final Map<String, ?> GRAPHS = Map.of("topics", List.of("graphs"));
  private static final Map<String, ?> CATS = Map.of("topics", List.of("cats"));
  private static final String BUTTON = "Confirm my subscription";

  @Inject TestClock clock;

  @AfterEach
  void resetTheClock() {
    clock.reset();
  }

  private static Reader asked() {
    Reader reader = Reader.newcomer();
    reader.signUp(GRAPHS).statusCode(202);
    return reader;
  }

  private static ValidatableResponse get(String token) {
    return given().get("/confirm/{token}", token).then();
  }

  private static ValidatableResponse post(String token) {
    return given().accept("application/json").post("/confirm/{token}", token).then();
  }

  private static List<String> topicsOf(Reader reader, String preferencesToken) {
    return given()
        .get("/api/subscriptions/{token}", preferencesToken)
        .then()
        .body("email", equalTo(reader.address()))
        .extract()
        .path("topics");
  }

  @Test
  void lookingConfirmsNothing() {
    String token = asked().confirmationToken();

    get(token).statusCode(200).body(containsString(BUTTON));
    given().head("/confirm/{token}", token).then().statusCode(200);
    given()
        .accept("application/json")
        .get("/confirm/{token}", token)
        .then()
        .body("status", equalTo("UNCONFIRMED"));
    get(token).statusCode(200).body(containsString(BUTTON));
  }

  @Test
  void theButtonConfirms() {
    String token = asked().confirmationToken();

    given()
        .post("/confirm/{token}", token)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("You are on the round"));
    post(token).statusCode(200).body("status", equalTo("CONFIRMED"));
  }

  @Test
  void onlyTheFirstPostShowsAWayToThePreferences() {
    Reader reader = asked();
    String token = reader.confirmationToken();
    String first = given().post("/confirm/{token}", token).asString();
    String again = given().post("/confirm/{token}", token).asString();

    assertThat(first).contains("/preferences/");
    assertThat(again).doesNotContain("/preferences/").contains("/link");
  }

  @Test
  void confirmingTwiceChangesNothing() {
    Reader reader = asked();
    String token = reader.confirmationToken();
    reader.confirm();
    String preferences = reader.preferencesToken();
    given()
        .contentType("application/json")
        .body(CATS)
        .put("/api/subscriptions/{token}", preferences)
        .then()
        .statusCode(200);

    post(token).statusCode(200).body("status", equalTo("CONFIRMED"));
    assertThat(topicsOf(reader, preferences)).containsExactly("cats");
  }

  @Test
  void aTokenThatIsNotOursIsNotFound() {
    String token = asked().confirmationToken();
    String forged = (token.charAt(20) == 'x' ? "y" : "x") + token.substring(1);

    get(forged).statusCode(404).contentType("text/html").body(containsString("nothing here"));
    post(forged).statusCode(404).contentType("application/problem+json");
    get("x").statusCode(404);
    get(token).statusCode(200);
  }

  @Test
  void aTokenOfAnotherPurposeIsNotFound() {
    Reader reader = Reader.of("graphs");

    post(reader.preferencesToken()).statusCode(404);
    post(reader.unsubscribeToken()).statusCode(404);
  }

  @Test
  void aConfirmationExpiresAfterSevenDays() {
    String token = asked().confirmationToken();

    clock.advance(Duration.ofDays(7).minusMinutes(1));
    get(token).statusCode(200);
    clock.advance(Duration.ofMinutes(1));
    get(token).statusCode(410).body(containsString("works for seven days"));
    post(token).statusCode(410).contentType("application/problem+json");
  }

  @Test
  void aUsedTokenNeverRevivesWhoLeft() {
    Reader reader = asked();
    reader.confirm();
    String leave = reader.unsubscribeToken();
    String used = reader.confirmationToken();
    given().post("/unsubscribe/{token}", leave).then().statusCode(200);

    post(used).statusCode(410);
    get(used).statusCode(410);
    given()
        .accept("application/json")
        .get("/unsubscribe/{token}", leave)
        .then()
        .body("status", equalTo("UNSUBSCRIBED"));
  }

  @Test
  void aTokenAskedForBeforeLeavingDoesNotReviveEither() {
    Reader reader = asked();
    reader.tokenFromMail("confirm", 1);
    clock.advance(Duration.ofMinutes(16));
    reader.signUp(CATS);
    String second = reader.tokenFromMail("confirm", 2);
    reader.confirm();
    String leave = reader.unsubscribeToken();
    given().post("/unsubscribe/{token}", leave).then().statusCode(200);

    post(second).statusCode(410);
  }

  @Test
  void whoLeftMaySignUpAgainWithOtherChoices() {
    Reader reader = asked();
    reader.confirm();
    String preferences = reader.preferencesToken();
    given().post("/unsubscribe/{token}", reader.unsubscribeToken()).then().statusCode(200);
    clock.advance(Duration.ofMinutes(16));
    reader.signUp(CATS);
    String again = reader.tokenFromMail("confirm", 2);

    get(again).statusCode(200).body(containsString(BUTTON));
    post(again).statusCode(200).body("status", equalTo("CONFIRMED"));
    assertThat(topicsOf(reader, preferences)).containsExactly("cats");
    post(reader.tokenFromMail("confirm", 1)).statusCode(200);
    assertThat(topicsOf(reader, preferences)).containsExactly("cats");
  }

  @Test
  void aSecondSignUpDoesNotOverrideTheOneThatWasConfirmedFirst() {
    Reader reader = asked();
    reader.tokenFromMail("confirm", 1);
    clock.advance(Duration.ofMinutes(16));
    reader.signUp(CATS);
    String second = reader.tokenFromMail("confirm", 2);
    reader.confirm();

    post(second).statusCode(200).body("status", equalTo("CONFIRMED"));
    assertThat(topicsOf(reader, reader.preferencesToken())).containsExactly("graphs");
  }
}
