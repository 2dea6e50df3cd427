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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ControlProfile.class)
class MailControlTest extends ControlRoom {

  @Inject EndedMails ended;

  @Test
  void aFailedMailThatIsRetriedGoesUnderTheSameMessageIdAndCountsAnew() {
    long id = accept(MailKind.CONFIRMATION, "blocked@example.org");
    awaitState(id, MailState.FAILED);
    String messageId = entry(id).messageId();
    clock.advance(Duration.ofHours(30));
    sql("update outgoing_mail set to_address = 'mended@example.org' where id = " + id);

    post(id + "/retry").statusCode(200).body("id", is((int) id));

    awaitState(id, MailState.SENT);
    assertThat(relay.takenBy("mended@example.org").get(0).header("Message-ID"))
        .isEqualTo(messageId);
    // What was refused stays beside it; what was taken stands in the mail itself.
    assertThat(entry(id).attempts()).isEqualTo(1);
    assertThat(attemptsOf(id)).isEqualTo(1);
    post(id + "/retry").statusCode(409).body("detail", containsString("took it already"));
  }

  @Test
  void aFailureThatWasCountedForGoodIsCountedOutByItsRetry() {
    long id = accept(MailKind.CONFIRMATION, "blocked@example.org");
    accept(MailKind.CONFIRMATION, "blocked2@example.org");
    awaitCount(MailState.FAILED, 2);
    clock.advance(Duration.ofMinutes(20));
    awaitCount(MailState.FAILED, 2);
    drain.stop();
    post(id + "/retry").statusCode(200).body("state", is("QUEUED"));
    awaitCount(MailState.FAILED, 1);
    awaitCount(MailState.QUEUED, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "SENT, took it already",
    "SENDING, on the wire",
    "SUPPRESSED, suppression list",
    "CANCELLED, taken back",
    "EXPIRED, free already"
  })
  void aMailThatCannotBeRetriedIsRefusedWithTheReason(MailState state, String why) {
    drain.stop();
    long id = accept(MailKind.EDITION, "reader@example.org");
    end(state, "id = " + id);
    post(id + "/retry").statusCode(409).body("detail", containsString(why));
    assertThat(entry(id).state()).isEqualTo(state);
  }

  @Test
  void anErasedReadersMailIsNotRetried() {
    drain.stop();
    long id = accept(MailKind.CONFIRMATION, "reader@example.org");
    end(MailState.FAILED, "id = " + id);
    sql("update outgoing_mail set to_address = null, to_key = null where id = " + id);
    post(id + "/retry").statusCode(409).body("detail", containsString("erased"));
  }

  @Test
  void aDigestThatIsNoLongerKeptIsNotRetried() {
    drain.stop();
    long id = accept(MailKind.EDITION, "reader@example.org");
    end(MailState.FAILED, "id = " + id);
    post(id + "/retry").statusCode(409).body("detail", containsString("no longer kept"));
  }

  @Test
  void aDeferredMailThatIsRetriedIsDueAtOnceAndAQueuedOneIsLeftAlone() {
    drain.stop();
    long id = accept(MailKind.EDITION, "reader@example.org");
    post(id + "/retry").statusCode(200).body("state", is("QUEUED"));
    sql(
        "update outgoing_mail set state = 'DEFERRED', attempts = 3,"
            + " next_attempt_at = next_attempt_at + interval '5' hour where id = "
            + id);
    post(id + "/retry").statusCode(200).body("state", is("DEFERRED"));
    drain.start();
    awaitState(id, MailState.SENT);
    assertThat(entry(id).attempts()).isEqualTo(4);
  }

  @Test
  void manyFailedMailsAreRetriedByStateKindAndTime() {
    List<Long> old = acceptMany(3, "old");
    old.forEach(id -> awaitState(id, MailState.SENT));
    drain.stop();
    end(MailState.FAILED, "state = 'SENT'");
    clock.advance(Duration.ofHours(1));
    Instant since = clock.instant();
    acceptMany(450, "reader");
    accept(MailKind.PREFERENCES_LINK, "reader@example.org");
    end(MailState.FAILED, "state = 'QUEUED'");
    // Its digest is not there, so it is refused.
    accept(MailKind.EDITION, "reader@example.org");
    end(MailState.FAILED, "state = 'QUEUED'");
    drain.start();

    JsonPath links =
        post("retry?status=FAILED&kind=PREFERENCES_LINK").statusCode(200).extract().jsonPath();
    JsonPath recent = post("retry?status=failed&since=" + since).extract().jsonPath();

    assertThat(links.<String, Integer>getMap("")).isEqualTo(Map.of("retried", 1, "refused", 0));
    assertThat(recent.<String, Integer>getMap("")).isEqualTo(Map.of("retried", 450, "refused", 1));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(ledger.counts()).containsEntry(MailState.SENT, 451L));
    assertThat(ledger.counts()).containsEntry(MailState.FAILED, 4L);
    assertThat(relay.taken()).hasSize(454);
  }

  @ParameterizedTest
  @CsvSource({
    "retry, status",
    "cancel, status",
    "retry?kind=EDITION, status",
    "retry?status=SENT, status",
    "retry?status=EXPIRED, status",
    "retry?status=LOST, status",
    "cancel?status=SENT, status",
    "cancel?status=QUEUED&kind=LETTER, kind",
    "cancel?status=QUEUED&since=yesterday, since"
  })
  void anOperationOnManyMailsSaysWhichOrIsRefusedByName(String call, String field) {
    drain.stop();
    long id = accept(MailKind.EDITION, "reader@example.org");
    post(call).statusCode(400).body("errors.field", is(List.of(field)));
    assertThat(entry(id).state()).isEqualTo(MailState.QUEUED);
  }

  @Test
  void aWaitingMailThatIsCancelledIsNotSentAndItsRoomIsTold() {
    drain.stop();
    ended.clear();
    long id = accept(MailKind.EDITION, "reader@example.org");
    post(id + "/cancel")
        .statusCode(200)
        .body("state", is("CANCELLED"))
        .body("reason", is("OPERATOR"));
    assertThat(ended.of(id)).extracting(MailEnded::state).containsExactly(MailState.CANCELLED);
    post(id + "/cancel").statusCode(409).body("detail", containsString("CANCELLED"));
  }

  @Test
  void aMailOnTheWireThatIsCancelledIsNotTriedAgain() {
    long id = accept(MailKind.EDITION, "hold-lostack@example.org");
    await().until(() -> relay.holding().contains("hold-lostack@example.org"));
    post(id + "/cancel").statusCode(202).body("state", is("SENDING"));
    relay.letGo();
    awaitState(id, MailState.CANCELLED);
    assertThat(entry(id).reason()).isEqualTo("OPERATOR");
  }

  @Test
  void manyWaitingMailsAreCancelledAlsoThoseSomebodyHasLockedJustThen() throws Exception {
    drain.stop();
    List<Long> ids = acceptMany(250, "reader");
    long digest = accept(MailKind.EDITION, "reader@example.org");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch letGo = new CountDownLatch(1);
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          // As the sender does: what it has answered, then what it names next.
                          lock(ids.get(100));
                          locked.countDown();
                          awaitLatch(letGo);
                          lock(ids.get(20));
                        }));
    locked.await();
    CompletableFuture<JsonPath> cancelled =
        CompletableFuture.supplyAsync(
            () ->
                post("cancel?status=QUEUED,DEFERRED&kind=CONFIRMATION")
                    .statusCode(200)
                    .extract()
                    .jsonPath());
    await().until(() -> entry(ids.get(20)).state() == MailState.CANCELLED);
    assertThat(entry(ids.get(100)).state()).isEqualTo(MailState.QUEUED);
    letGo.countDown();
    sender.join();

    assertThat(cancelled.join().<String, Integer>getMap(""))
        .isEqualTo(Map.of("cancelled", 250, "onTheWire", 0));
    assertThat(entry(digest).state()).isEqualTo(MailState.QUEUED);
  }

  @Test
  void aMailNobodyKnowsIsNotFound() {
    for (String verb : List.of("retry", "cancel")) {
      post("999999999/" + verb).statusCode(404).body("status", is(404));
      post("some/" + verb).statusCode(404);
      given().post("/api/admin/mails/1/" + verb).then().statusCode(401);
      given().post("/api/admin/mails/" + verb + "?status=QUEUED").then().statusCode(401);
    }
  }

  private static ValidatableResponse post(String call) {
    return operator().post("/api/admin/mails/" + call).then();
  }

  private void lock(long id) {
    entities
        .createNativeQuery("select id from outgoing_mail where id = " + id + " for update")
        .getResultList();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long attemptsOf(long id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                ((Number)
                        entities
                            .createNativeQuery(
                                "select count(*) from delivery_attempt where mail_id = " + id)
                            .getSingleResult())
                    .longValue());
  }
}
