package org.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paperround.Inbox;
import org.paperround.Operator;
import org.paperround.Reader;
import org.paperround.base.EmailAddress;
import org.paperround.base.TestClock;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
class SignUpTest {

  private static final Map<String, ?> TOPICS = Map.of("topics", List.of("graphs"));

  private static final List<Object> EVERY_KIND =
      List.of(
          "graph theory",
          Map.of("query", "cat:cs.CL", "strength", "few"),
          Map.of("about", "Otters hold hands while they sleep.", "strength", "many"),
          Map.of("about", "Which whales sing, and why?"),
          Map.of("like", "2509.22824", "strength", "few"),
          Map.of("like", List.of("2509.22824", "math/0611800")));
  private static final String OF_AN_EARLIER_VERSION =
      """
      {"topics":["graph theory","cat:cs.CL"],"frequency":"DAILY","weekday":"MONDAY",\
      "deliverAt":"07:00:00","timeZone":"UTC","maxPapers":10,"trending":false,"sendEmpty":false}""";

  @Inject TestClock clock;
  @Inject EntityManager entities;
  @Inject Suppressions suppressions;

  @AfterEach
  void resetTheClock() {
    clock.reset();
  }

  /** Sign-ups are answered in their order: when this returns, earlier ones have been. */
  private static void awaitEarlierAnswers() {
    Reader last = Reader.newcomer();
    last.signUp(TOPICS);
    last.confirmationToken();
  }

  private Reader suppressed() {
    Reader reader = Reader.newcomer();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                suppressions.suppress(
                    EmailAddress.parse(reader.address()), SuppressionReason.HARD_BOUNCE, "5.1.1"));
    return reader;
  }

  private static Reader erased() {
    Reader reader = Reader.of("graphs");
    given().delete("/api/subscriptions/{token}", reader.preferencesToken()).then().statusCode(204);
    return reader;
  }

  @Test
  void theAnswerIsTheSameWhoeverTheAddress() {
    String unknown = Reader.newcomer().signUp(TOPICS).statusCode(202).extract().asString();

    assertThat(unknown).contains("ACCEPTED").doesNotContain("@");
    for (Reader reader : List.of(Reader.of("graphs"), suppressed(), erased())) {
      assertThat(reader.signUp(TOPICS).statusCode(202).extract().asString()).isEqualTo(unknown);
    }
  }

  @Test
  void theAnswerToAskingForALinkIsTheSameWhoeverTheAddress() {
    String unknown = Reader.newcomer().asksForALink().statusCode(202).extract().asString();

    for (Reader reader : List.of(Reader.of("graphs"), suppressed(), erased())) {
      assertThat(reader.asksForALink().statusCode(202).extract().asString()).isEqualTo(unknown);
    }
  }

  @Test
  void onlyWhoHasASubscriptionIsMailedALink() {
    Reader known = Reader.of("graphs");
    Reader unknown = Reader.newcomer();
    unknown.asksForALink();
    known.asksForALink();

    String token = known.tokenFromMail("preferences", 1);
    given()
        .get("/api/subscriptions/{token}", token)
        .then()
        .statusCode(200)
        .body("email", equalTo(known.address()));
    awaitEarlierAnswers();
    assertThat(Operator.mailsTo(unknown.address())).isEmpty();
  }

  @Test
  void aSuppressedAddressIsNotMailed() {
    Reader reader = suppressed();
    reader.signUp(TOPICS).statusCode(202);
    reader.asksForALink().statusCode(202);

    awaitEarlierAnswers();
    assertThat(Operator.mailsTo(reader.address())).isEmpty();
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    Reader reader = Reader.with(Map.of());

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", equalTo(List.of()))
        .body("frequency", equalTo("DAILY"))
        .body("weekday", equalTo("MONDAY"))
        .body("deliverAt", equalTo("07:00"))
        .body("timeZone", equalTo("UTC"))
        .body("maxPapers", equalTo(10))
        .body("trending", equalTo(true))
        .body("sendEmpty", equalTo(false))
        .body("status", equalTo("CONFIRMED"));
  }

  @Test
  void trendingIsOffByDefaultForWhoNamesTopics() {
    given()
        .get("/api/subscriptions/{token}", Reader.of("graphs").preferencesToken())
        .then()
        .body("trending", equalTo(false));
  }

  @Test
  void everythingThatIsSaidIsKept() {
    Reader reader =
        Reader.with(
            Map.of(
                "topics",
                List.of("graph theory", Map.of("query", "cat:cs.CL")),
                "frequency",
                "WEEKLY",
                "weekday",
                "FRIDAY",
                "deliverAt",
                "18:30",
                "timeZone",
                "Asia/Kathmandu",
                "maxPapers",
                50,
                "trending",
                true,
                "sendEmpty",
                true));

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("email", equalTo(reader.address()))
        .body("topics", equalTo(List.of("graph theory", "cat:cs.CL")))
        .body("frequency", equalTo("WEEKLY"))
        .body("weekday", equalTo("FRIDAY"))
        .body("deliverAt", equalTo("18:30"))
        .body("timeZone", equalTo("Asia/Kathmandu"))
        .body("maxPapers", equalTo(50))
        .body("trending", equalTo(true))
        .body("sendEmpty", equalTo(true));
  }

  @Test
  void topicsOfEveryKindAndStrengthAreGivenBackAsTheyWereAsked() {
    List<Object> mute =
        List.of("title:survey", Map.of("about", "feuds"), Map.of("like", "2509.22825"));
    Reader reader = Reader.with(Map.of("topics", EVERY_KIND, "mute", mute));

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", equalTo(EVERY_KIND))
        .body("mute", equalTo(mute));
  }

  @Test
  void theUsualStrengthAndAQueryGoWithoutSaying() {
    Reader reader =
        Reader.with(
            Map.of(
                "topics",
                List.of(
                    Map.of("query", "graphs", "strength", "NORMAL"),
                    Map.of("query", "otters", "strength", "Many"),
                    Map.of("like", List.of("2509.22824")),
                    Map.of("like", "2509.22825, arXiv: 2509.22826"))));

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body(
            "topics",
            equalTo(
                List.of(
                    "graphs",
                    Map.of("query", "otters", "strength", "many"),
                    Map.of("like", "2509.22824"),
                    Map.of("like", List.of("2509.22825", "arXiv:2509.22826")))));
  }

  @Test
  void topicsOfEveryKindAreSharedByAllWhoAskTheSame() {
    Reader.with(Map.of("topics", EVERY_KIND));
    long topics = topics();
    Reader.with(
        Map.of(
            "topics",
            List.of(
                Map.of("about", " Otters hold hands  while they sleep.", "strength", "many"),
                Map.of("like", "https://arxiv.org/abs/2509.22824v3"),
                Map.of("like", "arXiv:math/0611800 2509.22824"))));

    assertThat(topics()).isEqualTo(topics);
  }

  private long topics() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> entities.createQuery("select count(*) from Topic", Long.class).getSingleResult());
  }

  @Test
  void aTopicAskedAtTwoStrengthsCountsOnceAtTheFirst() {
    Reader reader =
        Reader.with(
            Map.of(
                "topics",
                List.of(
                    Map.of("about", "otters at dawn", "strength", "few"),
                    Map.of("about", "otters  at dawn", "strength", "many"))));

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", equalTo(List.of(Map.of("about", "otters at dawn", "strength", "few"))));
  }

  @Test
  void theLongestTopicIsKept() {
    String words = "é".repeat(3999) + "x";
    Reader reader = Reader.with(Map.of("topics", List.of(Map.of("about", words))));

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics[0].about", equalTo(words));
  }

  @Test
  void aSignUpOfAnEarlierVersionIsConfirmedAsItWasAsked() {
    Reader reader = Reader.newcomer();
    reader.signUp(Map.of("topics", EVERY_KIND));
    reader.confirmationToken();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update sign_up set choices = :choices where address = :address")
                    .setParameter("choices", OF_AN_EARLIER_VERSION)
                    .setParameter("address", reader.address())
                    .executeUpdate());
    reader.confirm();

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", equalTo(List.of("graph theory", "cat:cs.CL")))
        .body("mute", equalTo(List.of()));
  }

  @Test
  void topicsThatAreEqualCountOnce() {
    Reader reader = Reader.of("graph  theory", "theory graph", " graph theory ", "cat:CS.CL");

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", containsInAnyOrder("graph  theory", "cat:CS.CL"));
  }

  @Test
  void aTopicIsOneLineWhateverControlCharactersItHas() {
    Reader reader = Reader.of("graph\u0000theory\n\"state\tspace\"");

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", equalTo(List.of("graph theory \"state space\"")));
  }

  @Test
  void halfACharacterIsNoReasonToFail() {
    Reader reader = Reader.newcomer();
    given()
        .contentType("application/json")
        .body(
            "{\"email\":\"%s\",\"topics\":[{\"about\":\"otters \\ud800 play\"},\"graph\\udc00\"]}"
                .formatted(reader.address()))
        .post("/api/subscriptions")
        .then()
        .statusCode(202);

    given()
        .get("/api/subscriptions/{token}", reader.preferencesToken())
        .then()
        .body("topics", equalTo(List.of(Map.of("about", "otters   play"), "graph")));
  }

  @Test
  void nothingThatWasTypedAtSignUpIsInTheConfirmation() {
    Reader reader = Reader.newcomer();
    reader.signUp(Map.of("topics", List.of("\"buy my watches\"")));
    reader.confirmationToken();

    assertThat(Inbox.to(reader.address())).hasSize(1);
    assertThat(Inbox.to(reader.address()).get(0))
        .doesNotContain("watches")
        .doesNotContain(reader.address());
  }

  @Test
  void oneAddressIsMailedOnceInAQuarterOfAnHourAndThreeTimesADay() {
    Reader reader = Reader.newcomer();
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(1);
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(14));
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(2);
    clock.advance(Duration.ofMinutes(15));
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(3);
    clock.advance(Duration.ofHours(23));
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(3);
    clock.advance(Duration.ofHours(1));
    assertThat(mailsAfterSigningUp(reader)).isEqualTo(4);
  }

  private static int mailsAfterSigningUp(Reader reader) {
    reader.signUp(TOPICS).statusCode(202);
    awaitEarlierAnswers();
    return Operator.mailsTo(reader.address()).size();
  }

  @Test
  void aStrangersSignUpForAKnownAddressChangesNothingAndMailsItsOwnerALink() {
    Reader owner = Reader.of("graphs");
    String token = owner.preferencesToken();
    String before = given().get("/api/subscriptions/{token}", token).asString();

    owner.signUp(Map.of("topics", List.of("spam"), "maxPapers", 50)).statusCode(202);

    String mailed = owner.tokenFromMail("preferences", 1);
    assertThat(given().get("/api/subscriptions/{token}", mailed).asString()).isEqualTo(before);
    assertThat(Inbox.linksTo(owner.address(), "confirm")).hasSize(1);
  }

  @Test
  void aReaderIsMailedAtTheAddressTheyProvedHoweverALinkIsAskedFor() {
    Reader owner = Reader.of("graphs");

    given()
        .contentType("application/json")
        .body(Map.of("email", " " + owner.address().toUpperCase() + " "))
        .post("/api/subscriptions/link")
        .then()
        .statusCode(202);

    String mailed = owner.tokenFromMail("preferences", 1);
    given()
        .get("/api/subscriptions/{token}", mailed)
        .then()
        .statusCode(200)
        .body("email", equalTo(owner.address()));
  }
}
