package org.paperround.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.delivery.smtp.RelayReply;

@QuarkusTest
@TestProfile(ControlProfile.class)
class DeliveryPauseTest extends ControlRoom {

  @Inject DeliveryPause pause;
  @Inject OperatorAlertRenderer alerts;
  @Inject RelayGate gate;

  @Test
  void aPauseHoldsAllMailsBackUntilItIsResumed() {
    pause("{\"reason\": \"the relay moves\"}");
    long digest = accept(MailKind.EDITION, "reader@example.org");
    long confirmation = accept(MailKind.CONFIRMATION, "newcomer@example.org");

    JsonPath state = state();
    assertThat(state.getBoolean("paused")).isTrue();
    assertThat(state.getList("pausedLanes")).containsExactly("TRANSACTIONAL", "BULK");
    assertThat(state.getString("pauseReason")).isEqualTo("the relay moves");
    assertThat(state.getString("expectedFinishAt")).isNull();
    // Long enough for a claimer that looks every second.
    await()
        .during(Duration.ofMillis(2500))
        .atMost(Duration.ofSeconds(4))
        .until(() -> relay.taken().isEmpty());

    resume();
    awaitState(digest, MailState.SENT);
    awaitState(confirmation, MailState.SENT);
    assertThat(state().getBoolean("paused")).isFalse();
    assertThat(state().getString("pausedSince")).isNull();
    assertThat(state().getString("pauseReason")).isNull();
  }

  @Test
  void aPauseOfTheDigestsLetsConfirmationsThrough() {
    pause("{\"lanes\": [\"BULK\"]}");
    long digest = accept(MailKind.EDITION, "reader@example.org");
    long confirmation = accept(MailKind.CONFIRMATION, "newcomer@example.org");
    awaitState(confirmation, MailState.SENT);
    assertThat(entry(digest).state()).isEqualTo(MailState.QUEUED);
  }

  @Test
  void whatIsOnTheWireFinishesAndWhatLiesReadyWaits() {
    List<Long> held =
        IntStream.range(0, 20)
            .mapToObj(i -> accept(MailKind.EDITION, "hold" + i + "@example.org"))
            .toList();
    await().until(() -> relay.holding().size() == 3);
    pause("");
    relay.letGo();
    await().until(() -> relay.holding().isEmpty() && relay.taken().size() == 3);
    awaitCount(MailState.SENT, 3);
    awaitCount(MailState.QUEUED, 17);
    resume();
    held.forEach(id -> awaitState(id, MailState.SENT));
  }

  @Test
  void pausingTwiceIsPausingOnceAndAddsLanes() {
    pause("{\"lanes\": [\"BULK\"], \"reason\": \"first\"}");
    String since = state().getString("pausedSince");
    clock.advance(Duration.ofMinutes(3));
    pause("{\"lanes\": [\"BULK\"]}");
    assertThat(state().getString("pausedSince")).isEqualTo(since);
    assertThat(state().getString("pauseReason")).isEqualTo("first");

    pause("{\"reason\": \"second\"}");
    assertThat(state().getList("pausedLanes")).hasSize(2);
    assertThat(state().getString("pausedSince")).isEqualTo(since);
    assertThat(state().getString("pauseReason")).isEqualTo("second");

    operator()
        .body("{\"lanes\": [\"TRANSACTIONAL\"]}")
        .post("/api/admin/delivery/resume")
        .then()
        .body("pausedLanes", is(List.of("BULK")))
        .body("paused", is(true));
    resume();
    resume();
    assertThat(state().getBoolean("paused")).isFalse();
  }

  @Test
  void aPauseOfAnotherInstanceIsSeenWithinAMoment() {
    sql("update delivery_pause set lanes = array['BULK'], cause = 'OPERATOR'");
    await().atMost(Duration.ofSeconds(3)).until(() -> pause.isPaused(Lane.BULK));
    assertThat(pause.isPaused(Lane.TRANSACTIONAL)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pause | {\"lanes\": []} | lanes",
        "pause | {\"lanes\": [\"AIR\"]} | lanes",
        "pause | {\"lanes\": \"BULK\"} | lanes",
        "pause | {\"reason\": 5} | reason",
        "pause | {\"why\": \"x\"} | why",
        "resume | {\"reason\": \"x\"} | reason"
      })
  void whatMakesNoSenseIsRefusedByName(String verb, String body, String field) {
    operator()
        .body(body)
        .post("/api/admin/delivery/" + verb)
        .then()
        .statusCode(400)
        .body("errors.field", is(List.of(field)));
    assertThat(state().getBoolean("paused")).isFalse();
  }

  @Test
  void onlyTheOperatorMayPause() {
    given().post("/api/admin/delivery/pause").then().statusCode(401);
    given().post("/api/admin/delivery/resume").then().statusCode(401);
    given().get("/api/admin/delivery").then().statusCode(401);
  }

  @Test
  void healthAndMetricsShowThePauseAndReadinessStaysUp() {
    pause("{\"lanes\": [\"BULK\"], \"reason\": \"the relay moves\"}");
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", is("UP"))
        .body("checks.find { it.name == 'delivery' }.data.paused", is(true))
        .body("checks.find { it.name == 'delivery' }.data.pausedLanes", is("BULK"))
        .body("checks.find { it.name == 'delivery' }.data.pauseReason", is("the relay moves"));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("paperround_delivery_paused{lane=\"bulk\",reason=\"operator\"} 1.0"))
        .body(containsString("paperround_delivery_paused{lane=\"bulk\",reason=\"policy\"} 0.0"));
  }

  @Test
  void aRunOfRefusalsByPolicyPausesTheDigestsAndTellsTheOperator() {
    refuseMany(20);
    await().until(() -> state().getBoolean("paused"));

    JsonPath state = state();
    assertThat(state.getList("pausedLanes")).containsExactly("BULK");
    assertThat(state.getString("pauseReason"))
        .endsWith("of the last 40 mails were refused by policy: 554 5.7.1 not from you");
    await().until(() -> relay.takenBy(ControlProfile.OPERATOR).size() == 1);
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("paperround_delivery_paused{lane=\"bulk\",reason=\"policy\"} 1.0"));
    long digest = accept(MailKind.EDITION, "reader@example.org");
    awaitState(accept(MailKind.CONFIRMATION, "newcomer@example.org"), MailState.SENT);
    assertThat(entry(digest).state()).isEqualTo(MailState.QUEUED);

    resume();
    awaitState(digest, MailState.SENT);
    // What was before the resumption counts no more.
    refuseMany(19);
    awaitCount(MailState.FAILED, 39);
    assertThat(state().getBoolean("paused")).isFalse();
  }

  @Test
  void theOperatorIsToldAtMostOnceAnHour() {
    refuseMany(20);
    await().until(() -> state().getBoolean("paused"));
    resume();
    refuseMany(20);
    await().until(() -> state().getBoolean("paused"));
    assertThat(alertMails()).isEqualTo(1);
    resume();
    clock.advance(Duration.ofMinutes(61));
    refuseMany(20);
    await().until(() -> state().getBoolean("paused"));
    assertThat(alertMails()).isEqualTo(2);
  }

  @Test
  void theMailToTheOperatorSaysWhatHappenedAndWhatToDo() {
    refuseMany(20);
    await().until(() -> state().getBoolean("paused"));
    long alert =
        ((Number)
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            entities
                                .createNativeQuery("select max(id) from operator_alert")
                                .getSingleResult()))
            .longValue();
    MailContent mail = alerts.render(alert);
    for (String part : List.of(mail.text(), mail.html())) {
      assertThat(part.replaceAll("\\s+", " "))
          .contains("refused by policy: 554 5.7.1 not from you")
          .contains("/api/admin/delivery/resume")
          .contains("/api/admin/mails/retry?status=FAILED&")
          .contains("1 Example Street")
          .doesNotContain("blocked");
    }
    assertThat(mail).isEqualTo(alerts.render(alert));
    assertThat(alerts.render(alert + 1000)).isNull();
  }

  @Test
  void theStateTellsThePaceAndWhenAllWillBeSent() {
    assertThat(state().getString("expectedFinishAt")).isNull();
    acceptMany(12, "reader");
    awaitCount(MailState.SENT, 12);
    assertThat(state().getDouble("pacePerSecond")).isEqualTo(0.2);
    drain.stop();
    Instant before = clock.instant();
    acceptMany(6, "later");
    awaitCount(MailState.QUEUED, 6);
    JsonPath state = state();
    assertThat(Instant.parse(state.getString("expectedFinishAt")))
        .isBetween(before.plusSeconds(29), before.plusSeconds(40));
    clock.advance(Duration.ofMinutes(2));
    await().until(() -> state().getInt("oldestQueuedSeconds") >= 120);
    assertThat(state().getDouble("pacePerSecond")).isZero();
    assertThat(state().getString("expectedFinishAt")).isNull();
  }

  @Test
  void theStateTellsOfTheRelay() {
    assertThat(state().getBoolean("relay.up")).isTrue();
    relay.close();
    accept(MailKind.EDITION, "reader@example.org");
    await().until(() -> !gate.isOpen());
    assertThat(state().getBoolean("relay.up")).isFalse();
    assertThat(state().getString("relay.reason")).isNotEmpty();
    assertThat(state().getString("relay.since")).isNotEmpty();
    gate.observe(0, new RelayReply.Accepted("it answers again"));
  }

  @Test
  void countsStayRightWhenTheyAreSettledForgottenAndCountedAgain() {
    acceptMany(5, "reader");
    acceptMany(3, "blocked");
    awaitCount(MailState.FAILED, 3);
    awaitCount(MailState.SENT, 5);
    clock.advance(Duration.ofMinutes(20));
    awaitCount(MailState.SENT, 5);
    acceptMany(2, "another");
    awaitCount(MailState.SENT, 7);
    assertThat(state().getInt("counts.FAILED")).isEqualTo(3);
    clock.advance(Duration.ofMinutes(20));
    sql("delete from delivery_attempt");
    sql("delete from outgoing_mail where state = 'FAILED'");
    ledger.recount();
    awaitCount(MailState.FAILED, 0);
    assertThat(state().getInt("counts.SENT")).isEqualTo(7);
    // A clock that is set back counts all over.
    clock.reset();
    awaitCount(MailState.SENT, 7);
  }

  private void refuseMany(int howMany) {
    acceptMany(howMany, "blocked");
  }

  private long alertMails() {
    return ledger.page(Set.of(), ControlProfile.OPERATOR, 0, 10).total();
  }
}
