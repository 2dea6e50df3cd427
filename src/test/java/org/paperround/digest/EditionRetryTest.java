package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.operator;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;
import org.paperround.delivery.MailEnded;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailState;
import org.paperround.delivery.Postman;

/** Digests that failed and are sent after all: nobody gets a paper twice, or against their will. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class EditionRetryTest {

  private static final Instant TUESDAY_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");
  private static final Instant WEDNESDAY_AT_SEVEN = Instant.parse("2026-05-06T07:00:00Z");

  @Inject FrontDoor door;
  @Inject EntityManager em;
  @Inject Postman postman;
  @Inject Event<MailEnded> ended;

  private String reader;

  @BeforeEach
  void aReaderWhoseFirstDigestFailed() {
    postman.works();
    door.open();
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));
    reader = door.reader("topics", List.of("otters"));
    postman.rests();
    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 1 0 1");
    fails(mail());
  }

  @AfterEach
  void goOn() {
    postman.works();
  }

  @Test
  void aDigestThatIsRetriedArrivesAndItsPapersDoNotComeAgain() {
    retry(mail()).statusCode(200).body("state", is("QUEUED"));
    postman.works();
    assertThat(ids(door.edition(reader), "MATCH")).containsExactly("2605.00001");
    assertThat(door.round(TUESDAY_AT_SEVEN)).isEqualTo("1 0 1 0");
  }

  @Test
  void aDigestWhosePapersCameInALaterOneIsRefused() {
    long failed = mail();
    assertThat(door.round(TUESDAY_AT_SEVEN)).isEqualTo("1 1 0 1");
    retry(failed).statusCode(409).body("detail", containsString("later digest"));
    bulk().body("retried", is(0)).body("refused", is(1));
    postman.works();
    assertThat(ids(FrontDoor.edition(door.digests(reader, 1).get(0)), "MATCH"))
        .containsExactly("2605.00001");
  }

  @Test
  void ofTwoFailedDigestsWithTheSamePapersOneIsSent() {
    assertThat(door.round(TUESDAY_AT_SEVEN)).isEqualTo("1 1 0 1");
    fails(mail());
    bulk().body("retried", is(1)).body("refused", is(1));
    postman.works();
    door.digests(reader, 1);
    assertThat(door.round(WEDNESDAY_AT_SEVEN)).isEqualTo("1 0 1 0");
  }

  @Test
  void aDigestThatFailsAgainFreesItsPapersAgain() {
    retry(mail()).statusCode(200);
    fails(mail());
    assertThat(door.round(TUESDAY_AT_SEVEN)).isEqualTo("1 1 0 1");
  }

  @Test
  void aDigestThatMayHaveArrivedKeptItsPapersAndMayBeRetried() {
    long mail = mail();
    door.sql("update edition set released = false");
    door.sql("update outgoing_mail set uncertain = true where id = " + mail);
    retry(mail).statusCode(200).body("uncertain", is(true));
    postman.works();
    door.digests(reader, 1);
  }

  @Test
  void nobodyWhoLeftOrPausedMeanwhileIsMailed() {
    for (String status : List.of("UNSUBSCRIBED", "PAUSED")) {
      door.sql("update subscription set status = '" + status + "'");
      retry(mail()).statusCode(409).body("detail", containsString("left or paused"));
    }
    assertThat(door.one("select released from edition")).isEqualTo(true);
  }

  @Test
  void aDigestThatIsCancelledBeforeItLeavesFreesItsPapers() {
    retry(mail()).statusCode(200);
    operator().post("/api/admin/mails/" + mail() + "/cancel").then().statusCode(200);
    assertThat(door.round(TUESDAY_AT_SEVEN)).isEqualTo("1 1 0 1");
  }

  @Test
  void aRetryWaitsForARoundThatIsServingTheReader() throws Exception {
    CountDownLatch composed = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    CompletableFuture<Void> round =
        CompletableFuture.runAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          em.createNativeQuery("select id from subscription for update")
                              .getResultList();
                          em.createNativeQuery(
                                  "insert into edition (id, subscription_id, period, slot_on, composed_for, composed_at, papers_new, topics, items, released) select id + 1000000, subscription_id, '2026-05-05',"
                                      + " slot_on, composed_for, composed_at, papers_new, topics, items,"
                                      + " false from edition")
                              .executeUpdate();
                          composed.countDown();
                          wait(commit);
                        }));
    assertThat(composed.await(20, TimeUnit.SECONDS)).isTrue();
    long mail = mail();
    CompletableFuture<ValidatableResponse> retried =
        CompletableFuture.supplyAsync(() -> retry(mail));
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(2))
        .until(() -> !retried.isDone());
    commit.countDown();
    round.join();
    retried.join().statusCode(409).body("detail", containsString("later digest"));
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The latest digest's mail. */
  private long mail() {
    return ((Number) door.one("select max(id) from outgoing_mail where kind = 'EDITION'"))
        .longValue();
  }

  private void fails(long mail) {
    long edition =
        ((Number) door.one("select reference from outgoing_mail where id = " + mail)).longValue();
    door.sql(
        "update outgoing_mail set state = 'FAILED', next_attempt_at = null, attempts = 1,"
            + " ended_at = queued_at where id = "
            + mail);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                ended.fire(
                    new MailEnded(mail, MailKind.EDITION, edition, MailState.FAILED, false)));
  }

  private static ValidatableResponse retry(long mail) {
    return operator().post("/api/admin/mails/" + mail + "/retry").then();
  }

  private static ValidatableResponse bulk() {
    return operator().post("/api/admin/mails/retry?status=FAILED").then().statusCode(200);
  }
}
