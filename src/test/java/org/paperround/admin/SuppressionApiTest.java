package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.operator;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.base.EmailAddress;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(RoundsProfile.class)
class SuppressionApiTest {

  private static final String LIST = "/api/admin/suppressions";

  @Inject FrontDoor door;
  @Inject Suppressions suppressions;

  @BeforeEach
  void open() {
    door.open();
  }

  private void bounced(String address) {
    suppressions.suppress(
        EmailAddress.parse(address), SuppressionReason.HARD_BOUNCE, "550 5.1.1 no such user");
  }

  private void erased(String address) {
    suppressions.suppressErased(EmailAddress.parse(address));
  }

  private static void suppress(String address) {
    operator().body(Map.of("email", address)).post(LIST).then().statusCode(204);
  }

  private static ValidatableResponse lift(String address) {
    return operator().delete(LIST + "/{address}", address).then();
  }

  private static ValidatableResponse listed(String to) {
    return operator().queryParam("to", to).get(LIST).then().statusCode(200);
  }

  private static void signUpUnheard(String address) {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", address))
        .post("/api/subscriptions")
        .then()
        .statusCode(202);
  }

  @Test
  void theListComesNewestFirstInPages() {
    bounced("ada@example.org");
    door.clock().set(NOON.plusSeconds(1));
    erased("bob@example.org");
    door.clock().set(NOON.plusSeconds(2));
    suppress("Eve@Example.org");

    operator()
        .get(LIST)
        .then()
        .statusCode(200)
        .body("page", is(0))
        .body("size", is(50))
        .body("total", is(3))
        .body("items.reason", is(List.of("MANUAL", "ERASED", "HARD_BOUNCE")))
        .body("items[0].address", is("eve@example.org"))
        .body("items[0].detail", is(""))
        .body("items[1]", hasKey("address"))
        .body("items[1].address", nullValue())
        .body("items[2].address", is("ada@example.org"))
        .body("items[2].detail", is("550 5.1.1 no such user"))
        .body("items[2].suppressedAt", startsWith("2026-05-04T12:00:0"));
    operator()
        .queryParam("page", 2)
        .queryParam("size", 1)
        .get(LIST)
        .then()
        .body("total", is(3))
        .body("items.address", is(List.of("ada@example.org")));
  }

  @Test
  void oneAddressIsFoundHoweverItIsSpelledAndErasedOnesToo() {
    bounced("ada@example.org");
    erased("bob@example.org");

    listed("ADA@Example.ORG").body("total", is(1)).body("items[0].reason", is("HARD_BOUNCE"));
    listed("bob@example.org").body("total", is(1)).body("items[0].reason", is("ERASED"));
    listed("eve@example.org").body("total", is(0));
    listed("nobody").body("total", is(0)).body("items", is(List.of()));
    listed(" ").body("total", is(2));
  }

  @ParameterizedTest
  @CsvSource({"page,-1", "size,0", "size,501"})
  void aPageThatCannotBeIsRefusedByName(String name, String value) {
    operator()
        .queryParam(name, value)
        .get(LIST)
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of(name)));
  }

  @Test
  void anAddressSuppressedByHandIsNotMailed() {
    operator()
        .body(Map.of("email", "ada@example.org", "detail", " asked by letter "))
        .post(LIST)
        .then()
        .statusCode(204);

    listed("ada@example.org")
        .body("items[0].reason", is("MANUAL"))
        .body("items[0].detail", is("asked by letter"));
    signUpUnheard("ada@example.org");
    // Sign-ups are answered in their order.
    door.signUp("bob@example.org");
    assertThat(door.ledger("ada@example.org", "CONFIRMATION")).isZero();
  }

  @Test
  void anAddressOnTheListKeepsItsFirstReason() {
    bounced("ada@example.org");
    suppress("ada@example.org");
    listed("ada@example.org").body("items.reason", is(List.of("HARD_BOUNCE")));
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    operator()
        .body(Map.of("email", "ada at example.org", "detail", 5, "reason", "COMPLAINT"))
        .post(LIST)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", containsInAnyOrder("email", "detail", "reason"));
    assertThat(door.count("suppression")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"email\": null}", "{\"email\": \" \"}", "{\"email\": 5}"})
  void withoutAnAddressNobodyIsSuppressed(String body) {
    operator()
        .body(body)
        .post(LIST)
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of("email")));
  }

  @Test
  void aDetailThatCannotBeKeptIsRefused() {
    for (String detail : List.of("x".repeat(1001), "a\0b")) {
      operator()
          .body(Map.of("email", "ada@example.org", "detail", detail))
          .post(LIST)
          .then()
          .statusCode(400)
          .body("errors.field", is(List.of("detail")));
    }
  }

  @Test
  void afterABounceIsLiftedASignUpIsAnsweredAgain() {
    bounced("ada@example.org");
    signUpUnheard("ada@example.org");
    door.signUp("bob@example.org");
    assertThat(door.ledger("ada@example.org", "CONFIRMATION")).isZero();

    lift("Ada@example.org").statusCode(204);

    listed("ada@example.org").body("total", is(0));
    door.confirm(door.signUp("ada@example.org"));
    lift("ada@example.org").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b@example.org", "a+b@example.org", "50%25?#&=@example.org"})
  void theAddressInThePathIsReadAsItIs(String address) {
    suppress(address);
    listed(address).body("items.address", is(List.of(address)));
    lift(address).statusCode(204);
    assertThat(door.count("suppression")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.org", "ada", "ada@"})
  void whatIsNotOnTheListCannotBeLifted(String address) {
    bounced("eve@example.org");
    lift(address)
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("not on the suppression list"));
    assertThat(door.count("suppression")).isEqualTo(1);
  }

  @Test
  void anErasureStays() {
    erased("ada@example.org");

    lift("ada@example.org")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("status", is(409))
        .body("detail", containsString("only their own confirmation"));

    listed("ada@example.org").body("items.reason", is(List.of("ERASED")));
    door.confirm(door.signUp("ada@example.org"));
    listed("ada@example.org").body("total", is(0));
  }

  @Test
  void theBounceOfAnErasedReaderIsLiftedAndTheErasureStays() {
    bounced("ada@example.org");
    erased("ada@example.org");
    listed("ada@example.org").body("items[0].reason", is("HARD_BOUNCE"));

    lift("ada@example.org").statusCode(204);

    listed("ada@example.org").body("items.reason", is(List.of("ERASED")));
    lift("ada@example.org").statusCode(409);
    door.signUp("ada@example.org");
  }
}
