package org.paperround.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.paperround.FrontDoor.operator;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.base.EmailAddress;
import org.paperround.base.TestClock;
import org.paperround.delivery.SoftRefusal;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(BounceProfile.class)
class BounceApiTest {

  private static final String ADA = "ada@example.org";

  @Inject BouncingMails mails;
  @Inject Suppressions suppressions;
  @Inject Event<SoftRefusal> refusals;
  @Inject TestClock clock;

  @BeforeEach
  void clear() {
    mails.clear();
  }

  @AfterEach
  void goOn() {
    clock.reset();
    mails.goOn();
  }

  private static ValidatableResponse post(byte[] message, Object... query) {
    var request = given().auth().oauth2("pipe-token").contentType("message/rfc822").body(message);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam((String) query[i], query[i + 1]);
    }
    return request.post("/api/bounces").then();
  }

  private static void recorded(byte[] message) {
    post(message).statusCode(200).body("outcome", is("RECORDED"));
  }

  private static ValidatableResponse listed() {
    return operator().get("/api/admin/bounces").then().statusCode(200);
  }

  private Optional<SuppressionReason> suppressed() {
    return suppressions.reasonFor(EmailAddress.parse(ADA));
  }

  private void soft() {
    recorded(mails.report("postfix-mailbox-full", mails.sent(ADA), ADA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postfix-no-such-user",
        "postfix-as-it-writes",
        "exim-worded",
        "exim-status-without-detail",
        "exchange-recipient-not-found",
        "qmail-no-mailbox"
      })
  void aHardBounceSuppressesTheAddressTheMailWentTo(String fixture) {
    long mail = mails.sent(ADA);
    post(mails.report(fixture, mail, "somebody.else@example.net"))
        .statusCode(200)
        .body("outcome", is("RECORDED"))
        .body("kinds", is(List.of("HARD")));

    assertThat(suppressed()).contains(SuppressionReason.HARD_BOUNCE);
    assertThat(suppressions.reasonFor(EmailAddress.parse("somebody.else@example.net"))).isEmpty();
    listed()
        .body("total", is(1))
        .body("items[0].mailId", is((int) mail))
        .body("items[0].to", is(ADA))
        .body("items[0].kind", is("HARD"))
        .body("items[0].source", is("PIPE"))
        .body("items[0].detail", not(containsString("@")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arf-abuse", "arf-fraud"})
  void aComplaintSuppressesAtOnce(String fixture) {
    recorded(mails.report(fixture, mails.sent(ADA), ADA));
    assertThat(suppressed()).contains(SuppressionReason.COMPLAINT);
  }

  @Test
  void aRefusalForWhatWeAreIsWrittenDownAndSuppressesNobody() {
    for (int i = 0; i < 7; i++) {
      recorded(mails.report("postfix-spam-refused", mails.sent(ADA), ADA));
    }
    assertThat(suppressed()).isEmpty();
    listed().body("total", is(7)).body("items[0].kind", is("POLICY"));
    assertThat(metrics()).contains("paperround_bounces_total{kind=\"policy\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postfix-delayed",
        "postfix-delivered",
        "arf-not-spam",
        "away",
        "read-receipt",
        "away-by-precedence"
      })
  void whatIsNoBounceIsLeftAside(String fixture) {
    post(mails.report(fixture, mails.sent(ADA), ADA))
        .statusCode(200)
        .body("outcome", is("IGNORED"));
    listed().body("total", is(0));
    assertThat(suppressed()).isEmpty();
  }

  @Test
  void whatNobodyCanReadIsSaidToBeSo() {
    post(mails.report("a-person-writes", mails.sent(ADA), ADA))
        .statusCode(200)
        .body("outcome", is("UNREADABLE"));
  }

  @Test
  void theReturnedMessageIdProvesTheMailWhenTheEnvelopeSenderIsLost() {
    recorded(mails.withoutVerp("exim-worded", mails.sent(ADA), ADA));
    assertThat(suppressed()).contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void theEnvelopeRecipientOfThePipeProvesTheMail() {
    long mail = mails.sent(ADA);
    byte[] bare = Fixture.of("postfix-without-the-mail");
    post(bare).statusCode(200).body("outcome", is("IGNORED"));
    post(bare, "recipient", mails.verp(mail)).body("outcome", is("RECORDED"));
    assertThat(suppressed()).contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void aForwardersWrapAroundTheEnvelopeSenderIsSeenThrough() {
    String verp = mails.verp(mails.sent(ADA));
    String wrapped = "SRS0=HHH=TT=paperround.example=" + verp.replaceAll("@.*", "@example.net");
    post(Fixture.of("postfix-without-the-mail"), "recipient", wrapped)
        .body("outcome", is("RECORDED"));
  }

  @Test
  void anAddressAloneProvesNothing() {
    mails.sent(ADA);
    for (String fixture : List.of("postfix-no-such-user", "exim-worded", "arf-abuse")) {
      post(Fixture.of(fixture))
          .statusCode(200)
          .body("outcome", is("IGNORED"))
          .body("reason", containsString("proves"));
    }
    long mail = mails.sent(ADA);
    String forged = mails.verp(mail).replaceFirst(".@", "a@").replaceFirst("^b-.", "b-b");
    post(Fixture.of("postfix-no-such-user", forged, "<1.x@paperround.example>", ADA))
        .body("outcome", is("IGNORED"));
    assertThat(suppressed()).isEmpty();
    assertThat(metrics()).contains("paperround_bounces_ignored_total{reason=\"unproven\"");
  }

  @Test
  void theSameBounceTwiceCountsOnce() {
    byte[] bounce = mails.report("postfix-mailbox-full", mails.sent(ADA), ADA);
    recorded(bounce);
    post(bounce).statusCode(200).body("outcome", is("REPEATED"));
    listed().body("total", is(1));
  }

  @Test
  void manyAtOnceCountOnceAndNoneFails() {
    byte[] bounce = mails.report("postfix-no-such-user", mails.sent(ADA), ADA);
    byte[] other = mails.report("postfix-no-such-user", mails.sent(ADA), ADA);
    List<CompletableFuture<String>> posts =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            post(i % 2 == 0 ? bounce : other)
                                .statusCode(200)
                                .extract()
                                .<String>path("outcome")))
            .toList();
    List<String> outcomes = posts.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes).filteredOn("RECORDED"::equals).hasSize(2);
    assertThat(outcomes).containsOnly("RECORDED", "REPEATED");
    listed().body("total", is(2));
    assertThat(suppressed()).contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void theFifthSoftBounceInARowSuppresses() {
    for (int i = 0; i < 4; i++) {
      soft();
    }
    assertThat(suppressed()).isEmpty();
    soft();
    assertThat(suppressed()).contains(SuppressionReason.REPEATED_SOFT_BOUNCE);
  }

  @Test
  void aMailThatStaysAwayBetweenBeginsTheCountAnew() {
    for (int i = 0; i < 4; i++) {
      soft();
    }
    long between = mails.sent(ADA);
    soft();
    assertThat(suppressed()).isEmpty();
    // Its bounce was only late: now they are six in a row.
    recorded(mails.report("postfix-given-up-after-days", between, ADA));
    assertThat(suppressed()).contains(SuppressionReason.REPEATED_SOFT_BOUNCE);
  }

  @Test
  void aMailAfterTheSoftOnesSaysNothingAboutThem() {
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sent.add(mails.sent(ADA));
    }
    // The relay takes days to give up: meanwhile it took three more.
    for (int i = 4; i >= 0; i--) {
      recorded(mails.report("postfix-given-up-after-days", sent.get(i), ADA));
    }
    assertThat(suppressed()).contains(SuppressionReason.REPEATED_SOFT_BOUNCE);
  }

  @Test
  void softBouncesAreForgottenAfterTwoWeeks() {
    for (int i = 0; i < 4; i++) {
      soft();
    }
    clock.advance(Duration.ofDays(15));
    soft();
    assertThat(suppressed()).isEmpty();
  }

  @Test
  void refusalsInTheConversationWithTheRelayCountToo() {
    EmailAddress to = EmailAddress.parse(ADA);
    for (int i = 0; i < 4; i++) {
      long mail = mails.sent(ADA);
      QuarkusTransaction.requiringNew()
          .run(() -> refusals.fire(new SoftRefusal(mail, to, "4.2.2", "452 4.2.2 full")));
    }
    long blocked = mails.sent(ADA);
    QuarkusTransaction.requiringNew()
        .run(() -> refusals.fire(new SoftRefusal(blocked, to, "5.7.1", "554 5.7.1 no")));
    assertThat(suppressed()).isEmpty();
    soft();
    assertThat(suppressed()).contains(SuppressionReason.REPEATED_SOFT_BOUNCE);
    listed().body("items.source", is(List.of("PIPE", "SMTP", "SMTP", "SMTP", "SMTP", "SMTP")));
  }

  @Test
  void theBounceOfAnErasedReadersMailIsCountedAndNamesNobody() {
    long mail = mails.sent(ADA);
    byte[] bounce = mails.report("postfix-no-such-user", mail, ADA);
    mails.erased(ADA);
    recorded(bounce);
    listed()
        .body("total", is(1))
        .body("items[0]", hasKey("to"))
        .body("items[0].to", nullValue())
        .body("items[0].detail", is(""));
    assertThat(suppressed()).isEmpty();
  }

  @Test
  void whoeverIsErasedLaterIsNotFoundInTheHistory() {
    recorded(mails.report("postfix-no-such-user", mails.sent(ADA), ADA));
    mails.erased(ADA);
    listed().body("items[0].to", nullValue()).body("items[0].detail", not(containsString("ada")));
  }

  @Test
  void theHistoryIsFoundByKindAndAddress() {
    recorded(mails.report("postfix-no-such-user", mails.sent(ADA), ADA));
    recorded(mails.report("postfix-mailbox-full", mails.sent("bob@example.org"), ADA));

    operator()
        .queryParam("to", "BOB@example.org")
        .get("/api/admin/bounces")
        .then()
        .body("total", is(1))
        .body("items[0].kind", is("SOFT"))
        .body("items[0].status", is("5.2.2"));
    operator()
        .queryParam("kind", "hard,complaint")
        .get("/api/admin/bounces")
        .then()
        .body("items.to", is(List.of(ADA)));
    operator().queryParam("to", "nobody").get("/api/admin/bounces").then().body("total", is(0));
    operator()
        .queryParam("size", 1)
        .queryParam("page", 1)
        .get("/api/admin/bounces")
        .then()
        .body("total", is(2))
        .body("page", is(1))
        .body("items", hasSize(1))
        .body("items[0].to", is(ADA));
    operator()
        .queryParam("kind", "WORSE")
        .get("/api/admin/bounces")
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of("kind")));
    given().get("/api/admin/bounces").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dev", "pipe-token2", "PIPE-TOKEN"})
  void withoutTheTokenNothingIsTaken(String token) {
    byte[] bounce = mails.report("postfix-no-such-user", mails.sent(ADA), ADA);
    given()
        .auth()
        .oauth2(token)
        .contentType("message/rfc822")
        .body(bounce)
        .post("/api/bounces")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("Bearer"));
    listed().body("total", is(0));
    assertThat(metrics()).contains("paperround_bounces_forged_total{intake=\"pipe\"");
  }

  @Test
  void aMessageHasAtMostTenMebibytes() {
    byte[] largest = new byte[10 * 1024 * 1024];
    post(largest).statusCode(200).body("outcome", is("UNREADABLE"));
    post(new byte[largest.length + 1]).statusCode(413).contentType("application/problem+json");
  }

  @Test
  void anotherTypeOfBodyIsRefused() {
    given()
        .auth()
        .oauth2("pipe-token")
        .contentType("text/plain")
        .body("x")
        .post("/api/bounces")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  private static String metrics() {
    return given().get("/q/metrics").then().statusCode(200).extract().asString();
  }
}
