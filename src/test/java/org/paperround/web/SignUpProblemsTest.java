package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignUpProblemsTest {

  private static final String PROBLEM = "application/problem+json";

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/api/subscriptions").then();
  }

  private static String with(String fields) {
    return "{\"email\":\"ada@example.org\"," + fields + "}";
  }

  private static String topics(int number) {
    return Stream.iterate(0, i -> i + 1)
        .limit(number)
        .map(i -> "\"topic number " + i + "\"")
        .toList()
        .toString();
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        Arguments.of("{\"topics\":[\"graphs\"]}", "email"),
        Arguments.of("{\"email\":null}", "email"),
        Arguments.of("{\"email\":\"  \"}", "email"),
        Arguments.of("{\"email\":\"ada@\"}", "email"),
        Arguments.of("{\"email\":42}", "email"),
        Arguments.of("{\"email\":[\"ada@example.org\"]}", "email"),
        Arguments.of(with("\"topics\":\"graphs\""), "topics"),
        Arguments.of(with("\"topics\":[],\"trending\":false"), "topics"),
        Arguments.of(with("\"trending\":false"), "topics"),
        Arguments.of(with("\"topics\":" + topics(51)), "topics"),
        Arguments.of(with("\"topics\":[\"\"]"), "topics[0]"),
        Arguments.of(with("\"topics\":[\"graphs\",null]"), "topics[1]"),
        Arguments.of(with("\"topics\":[\"graphs\",7]"), "topics[1]"),
        Arguments.of(with("\"topics\":[{}]"), "topics[0].query"),
        Arguments.of(with("\"topics\":[{\"query\":7}]"), "topics[0].query"),
        Arguments.of(with("\"topics\":[{\"colour\":\"red\"}]"), "topics[0].colour"),
        Arguments.of(with("\"topics\":[{\"about\":7}]"), "topics[0].about"),
        Arguments.of(with("\"topics\":[{\"about\":[\"cats\"]}]"), "topics[0].about"),
        Arguments.of(with("\"topics\":[{\"about\":\" \"}]"), "topics[0]"),
        Arguments.of(
            with("\"topics\":[{\"about\":\"%s\"}]".formatted("x".repeat(4001))), "topics[0]"),
        Arguments.of(with("\"topics\":[{\"like\":7}]"), "topics[0].like"),
        Arguments.of(with("\"topics\":[{\"like\":[\"2509.22824\",7]}]"), "topics[0].like"),
        Arguments.of(with("\"topics\":[{\"like\":[]}]"), "topics[0]"),
        Arguments.of(with("\"topics\":[{\"like\":\"otters\"}]"), "topics[0]"),
        Arguments.of(with("\"topics\":[{\"query\":\"x\",\"like\":\"2509.22824\"}]"), "topics[0]"),
        Arguments.of(
            with("\"topics\":[{\"query\":\"x\",\"strength\":\"lots\"}]"), "topics[0].strength"),
        Arguments.of(with("\"topics\":[{\"query\":\"x\",\"strength\":1}]"), "topics[0].strength"),
        Arguments.of(with("\"topics\":[{\"strength\":\"few\"}]"), "topics[0].query"),
        Arguments.of(with("\"mute\":\"graphs\""), "mute"),
        Arguments.of(with("\"mute\":" + topics(51)), "mute"),
        Arguments.of(with("\"mute\":[\"\"]"), "mute[0]"),
        Arguments.of(with("\"mute\":[\"graphs\",7]"), "mute[1]"),
        Arguments.of(with("\"mute\":[\"graphs\",\"NOT graphs\"]"), "mute[1]"),
        Arguments.of(with("\"mute\":[{\"query\":7}]"), "mute[0].query"),
        Arguments.of(with("\"mute\":[{\"about\":7}]"), "mute[0].about"),
        Arguments.of(
            with("\"mute\":[{\"about\":\"cats\",\"strength\":\"few\"}]"), "mute[0].strength"),
        Arguments.of(with("\"mute\":[\"graphs\"],\"trending\":false"), "topics"),
        Arguments.of(with("\"frequency\":\"HOURLY\""), "frequency"),
        Arguments.of(with("\"frequency\":\"daily\""), "frequency"),
        Arguments.of(with("\"frequency\":1"), "frequency"),
        Arguments.of(with("\"weekday\":\"MON\""), "weekday"),
        Arguments.of(with("\"deliverAt\":\"24:00\""), "deliverAt"),
        Arguments.of(with("\"deliverAt\":\"7\""), "deliverAt"),
        Arguments.of(with("\"deliverAt\":700"), "deliverAt"),
        Arguments.of(with("\"timeZone\":\"Mars/Olympus\""), "timeZone"),
        Arguments.of(with("\"timeZone\":\"\""), "timeZone"),
        Arguments.of(with("\"maxPapers\":0"), "maxPapers"),
        Arguments.of(with("\"maxPapers\":51"), "maxPapers"),
        Arguments.of(with("\"maxPapers\":1.5"), "maxPapers"),
        Arguments.of(with("\"maxPapers\":\"10\""), "maxPapers"),
        Arguments.of(with("\"maxPapers\":99999999999999999999"), "maxPapers"),
        Arguments.of(with("\"trending\":\"yes\""), "trending"),
        Arguments.of(with("\"sendEmpty\":1"), "sendEmpty"),
        Arguments.of(with("\"status\":\"CONFIRMED\""), "status"),
        Arguments.of(with("\"maxpapers\":10"), "maxpapers"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("wrongFields")
  void aWrongFieldIsNamed(String body, String field) {
    post(body)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("status", equalTo(400))
        .body("errors.field", equalTo(java.util.List.of(field)))
        .body("errors[0].detail", not(equalTo("")))
        .body(not(containsString("paperround")))
        .body(not(containsString("java")))
        .body(not(containsString("Exception")));
  }

  @Test
  void allWrongFieldsAreNamedAtOnce() {
    post("""
            {"email": "nobody", "topics": ["graphs", "cat:", "(open", {"abuot": "x"}],
             "frequency": "HOURLY", "weekday": "FUNDAY", "deliverAt": "25:00",
             "timeZone": "Mars/Olympus", "maxPapers": 500, "trending": "yes",
             "sendEmpty": "no", "colour": "red"}
            """)
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "email",
                "topics[1]",
                "topics[2]",
                "topics[3].abuot",
                "frequency",
                "weekday",
                "deliverAt",
                "timeZone",
                "maxPapers",
                "trending",
                "sendEmpty",
                "colour"));
  }

  @Test
  void aQueryThatDoesNotParseIsPointedAt() {
    post(with("\"topics\":[\"graphs\",\"cats AND dogs OR mice\"]"))
        .statusCode(400)
        .body("errors[0].field", equalTo("topics[1]"))
        .body("errors[0].position", equalTo("cats AND dogs ".length()));
  }

  @Test
  void onlyErrorsInATextHaveAPosition() {
    post(with("\"maxPapers\":0")).body("errors[0]", not(org.hamcrest.Matchers.hasKey("position")));
  }

  @Test
  void aKindOfTopicThatIsUnknownIsRefusedByItsName() {
    post(with("\"topics\":[{\"abuot\":\"cats\"}]"))
        .body(
            "errors[0].detail",
            equalTo("'abuot' is not a part of a topic; use query, about or like, and strength."));
    post(with("\"mute\":[{\"query\":\"cats\",\"strength\":\"few\"}]"))
        .body(
            "errors[0].detail",
            equalTo("'strength' is not a part of a mute; use query, about or like."));
  }

  @Test
  void aTopicAsksInOneWay() {
    post(with("\"topics\":[{\"about\":\"cats\",\"query\":\"cats\"}]"))
        .body("errors[0].detail", equalTo("Say what is asked in one of query, about and like."));
  }

  @Test
  void aPaperThatIsNoneIsPointedAt() {
    post(with("\"topics\":[\"graphs\",{\"like\":\"2509.22824, otters\"}]"))
        .statusCode(400)
        .body("errors[0].field", equalTo("topics[1]"))
        .body("errors[0].position", equalTo("2509.22824, ".length()))
        .body("errors[0].detail", startsWith("“otters” names no paper"));
    post(with("\"topics\":[{\"like\":[\"2509.22824\",\"otters\"]}]"))
        .statusCode(400)
        .body("errors[0].field", equalTo("topics[0].like[1]"))
        .body("errors[0].position", equalTo(0));
  }

  @Test
  void elevenPapersAreTooManyForOneTopic() {
    String eleven =
        Stream.iterate(0, i -> i + 1).limit(11).map("\"2509.%05d\""::formatted).toList().toString();
    post(with("\"topics\":[{\"like\":" + eleven + "}]"))
        .statusCode(400)
        .body("errors[0].field", equalTo("topics[0]"))
        .body("errors[0].detail", equalTo("At most 10 papers; make two topics of them."));
  }

  @Test
  void wordsOfOnesOwnThatAreTooManyAreCounted() {
    post(with("\"topics\":[{\"about\":\"" + "x".repeat(4001) + "\"}]"))
        .body("errors[0].position", equalTo(4000))
        .body("errors[0].detail", equalTo("At most 4,000 characters; these are 4,001."));
  }

  @Test
  void fiftyTopicsAreTaken() {
    post(with("\"topics\":" + topics(50))).statusCode(202);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("", 0),
        Arguments.of("   ", 0),
        Arguments.of("{\"email\": oops}", 10),
        Arguments.of("{\"email\": \"a@example.org\",}", 26),
        Arguments.of("{\"email\": \"a@example.org\"", 25),
        Arguments.of("{\"email\": \"a@example.org\"} {}", 27),
        Arguments.of("{\"email\": \"a@example.org\", \"email\": 1}", 27),
        Arguments.of("[".repeat(2_000), 1_000));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void jsonThatCannotBeReadIsPointedAt(String body, int position) {
    post(body)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("errors", hasSize(1))
        .body("errors[0].field", equalTo(""))
        .body("errors[0].position", org.hamcrest.Matchers.allOf(near(position)))
        .body(not(containsString("`")))
        .body(not(containsString("jackson")))
        .body(not(containsString("Source")));
  }

  /** The parser may notice a mistake some characters after it was made. */
  private static org.hamcrest.Matcher<Integer> near(int position) {
    return org.hamcrest.Matchers.allOf(
        org.hamcrest.Matchers.greaterThanOrEqualTo(position),
        org.hamcrest.Matchers.lessThanOrEqualTo(position + 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"ada@example.org\"", "42", "null", "true"})
  void jsonThatIsNoObjectIsRefused(String body) {
    post(body)
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].detail", equalTo("Send a JSON object."));
  }

  @Test
  void aLinkIsAskedForWithAnAddressAndNothingElse() {
    given()
        .contentType("application/json")
        .body("{\"email\":\"nobody\",\"topics\":[]}")
        .post("/api/subscriptions/link")
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("errors.field", containsInAnyOrder("email", "topics"));
  }

  @Test
  void aBodyThatIsTooLargeIsA413WithABody() {
    post(with("\"topics\":[\"" + "x".repeat(64 * 1024) + "\"]"))
        .statusCode(413)
        .contentType(PROBLEM)
        .header("X-Content-Type-Options", "nosniff")
        .body("status", equalTo(413))
        .body("detail", containsString("64 KiB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void anotherTypeOfBodyIsA415WithABody(String type) {
    given()
        .header("Content-Type", type)
        .post("/api/subscriptions")
        .then()
        .statusCode(415)
        .contentType(PROBLEM)
        .body("status", equalTo(415));
  }

  @Test
  void anotherMethodIsA405WithABody() {
    given()
        .contentType("application/json")
        .body("{}")
        .put("/api/subscriptions")
        .then()
        .statusCode(405)
        .contentType(PROBLEM)
        .body("status", equalTo(405));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/api/papers/no-such-paper", "/api/subscriptions/a/b"})
  void whatIsNotThereIsA404WithABody(String path) {
    given().get(path).then().statusCode(404).contentType(PROBLEM).body("status", equalTo(404));
  }
}
