package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.operator;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;
import org.paperround.matching.meaning.Meanings;
import org.paperround.topic.TopicKey;
import org.paperround.topic.TopicText;
import org.paperround.topic.Topics;

@QuarkusTest
@TestProfile(RoundsProfile.class)
class RetentionTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject FrontDoor door;
  @Inject Retention retention;
  @Inject Topics topics;
  @Inject Meanings meanings;

  @BeforeEach
  void open() {
    door.open();
  }

  /** Moves the clock to so many days after noon, and a minute, and lets everybody forget. */
  private void retireAfter(int days, Duration more) {
    door.clock().set(NOON.plus(Duration.ofDays(days)).plus(more));
    retention.retire();
  }

  private void erase(String reader) {
    given().delete("/api/subscriptions/" + door.preferences(reader, 1)).then().statusCode(204);
  }

  private List<Long> counts(String... tables) {
    return List.of(tables).stream().map(door::count).toList();
  }

  @Test
  void matchesGoAfterThirtyDays() {
    door.bring(paper("2605.00001", "Otters", NOON), paper("2605.00002", "Badgers", NOON));
    door.reader("topics", List.of("otters", "badgers"), "mute", List.of("otters"));
    door.round(NOON.minusSeconds(60));

    retireAfter(30, Duration.ZERO);
    assertThat(counts("day_match", "day_mute")).containsExactly(2L, 1L);

    retireAfter(31, Duration.ZERO);
    assertThat(counts("day_match", "day_mute", "paper")).containsExactly(0L, 0L, 2L);
  }

  @Test
  void theWordsOfReadersWhoLeftGoWithinTwoDays() {
    assumeTrue(meanings.isOn(), "This build has no model");
    door.bring(paper("2605.00001", "Otters at night", NOON));
    Map<String, String> own = Map.of("about", "otters that live in my own river");
    String leaver = door.reader("topics", List.of(own, "otters"), "mute", List.of("badgers"));
    door.reader("topics", List.of("otters"));
    door.round(NOON.minusSeconds(60));
    assertThat(door.count("topic")).isEqualTo(3);
    assertThat(door.count("topic_meaning")).isEqualTo(1);

    erase(leaver);
    retireAfter(1, Duration.ZERO);
    assertThat(door.count("topic")).isEqualTo(3);

    retireAfter(1, MINUTE.multipliedBy(5));
    assertThat(counts("topic", "topic_meaning", "day_match")).containsExactly(1L, 0L, 1L);
    assertThat(door.one("select canonical from topic")).isEqualTo("otters");
  }

  @Test
  void whoComesBackFindsTheTopicsAgain() {
    door.bring(paper("2605.00001", "Otters", NOON));
    String leaver = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    String token = FrontDoor.token(door.digests(leaver, 1).get(0), "unsubscribe");
    given().post("/unsubscribe/" + token).then().statusCode(200);

    retireAfter(3, Duration.ZERO);

    assertThat(counts("topic where not active", "subscription_topic")).containsExactly(1L, 1L);
  }

  @Test
  void aTopicIsNotForgottenWhileSomebodyBeginsToAskIt() {
    erase(door.reader("topics", List.of("otters")));
    door.clock().set(NOON.plus(Duration.ofDays(3)));
    TopicKey otters = TopicText.ofQuery("otters").key();

    for (Supplier<Long> asked :
        List.<Supplier<Long>>of(
            () -> topics.of(otters).id(), () -> topics.idsOf(Set.of(otters)).get(otters))) {
      door.sql("update topic set unread_since = timestamp '2026-01-01 00:00:00'");
      long before = ((Number) door.one("select id from topic")).longValue();
      long id =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    long found = asked.get();
                    CompletableFuture.runAsync(retention::retire).join();
                    return found;
                  });
      assertThat(id).isEqualTo(before);
      assertThat(door.count("topic where id = " + id)).isEqualTo(1);
    }
  }

  @Test
  void aTopicThatIsForgottenAtThatMomentIsMadeAnew() throws Exception {
    erase(door.reader("topics", List.of("otters")));
    door.clock().set(NOON.plus(Duration.ofDays(3)));
    TopicKey otters = TopicText.ofQuery("otters").key();
    long before = ((Number) door.one("select id from topic")).longValue();
    CompletableFuture<Long> asked = new CompletableFuture<>();

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              topics.forget(List.of(before));
              asked.completeAsync(
                  () -> QuarkusTransaction.requiringNew().call(() -> topics.of(otters).id()));
              // It finds the old one and waits for us, or comes when that is gone.
            });

    long id = asked.get(1, TimeUnit.MINUTES);
    assertThat(id).isNotEqualTo(before);
    assertThat(((Number) door.one("select id from topic")).longValue()).isEqualTo(id);
  }

  @Test
  void editionsAndTheLedgerGoAfterNinetyDays() {
    door.bring(paper("2605.00001", "Otters", NOON));
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    Mail digest = door.digests(reader, 1).get(0);
    operator().body(Map.of("source", "file")).post("/api/admin/ingestions");
    // As if each had been tried in vain before: a mail that is taken at once leaves no attempt
    // beside it.
    door.sql(
        "insert into delivery_attempt (id, mail_id, attempted_at, outcome)"
            + " select id, id, queued_at, 'LOST' from outgoing_mail");
    String[] ledger = {"edition", "digest_round", "outgoing_mail", "delivery_attempt", "ingestion"};
    assertThat(counts(ledger)).containsExactly(1L, 1L, 2L, 2L, 1L);

    retireAfter(90, Duration.ZERO);
    assertThat(counts(ledger)).containsExactly(1L, 1L, 2L, 2L, 1L);
    assertThat(FrontDoor.editionAnswer(digest).statusCode()).isEqualTo(200);

    retireAfter(90, MINUTE.multipliedBy(5));
    assertThat(counts(ledger)).containsExactly(0L, 0L, 0L, 0L, 0L);
    assertThat(FrontDoor.editionAnswer(digest).statusCode()).isEqualTo(410);
    assertThat(counts("subscription", "subscriber", "topic")).containsExactly(1L, 1L, 1L);
  }

  @Test
  void aMailThatIsNotAtItsEndIsNeverForgotten() {
    door.reader();
    // Due in the far future, so that no sender takes it meanwhile.
    door.sql(
        "update outgoing_mail set state = 'DEFERRED', ended_at = null,"
            + " next_attempt_at = timestamp '2030-01-01 00:00:00'");

    retireAfter(200, Duration.ZERO);

    assertThat(door.count("outgoing_mail")).isEqualTo(1);
    door.sql(
        "update outgoing_mail set state = 'SENT', next_attempt_at = null,"
            + " ended_at = timestamp '2026-05-04 12:00:00'");
  }

  @Test
  void signUpsGoAfterThirtyDaysAndTheConsentOfThoseWhoConfirmedStays() {
    door.reader();
    door.signUp("undecided@example.org");

    retireAfter(30, Duration.ZERO);
    assertThat(door.count("sign_up")).isEqualTo(2);

    retireAfter(30, MINUTE.multipliedBy(5));
    assertThat(counts("sign_up", "subscriber")).containsExactly(0L, 1L);
    assertThat(door.one("select consent_wording from subscriber")).isNotNull();
  }

  @Test
  void whatWasLiftedGoesAfterNinetyDaysAndWhatLastsStays() {
    for (String address : List.of("lifted@example.org", "bounced@example.org")) {
      operator().body(Map.of("email", address)).post("/api/admin/suppressions");
    }
    operator().delete("/api/admin/suppressions/lifted@example.org").then().statusCode(204);

    retireAfter(90, Duration.ZERO);
    assertThat(counts("suppression_history")).containsExactly(2L);

    retireAfter(90, MINUTE.multipliedBy(5));
    assertThat(counts("suppression", "suppression_history")).containsExactly(1L, 1L);
  }

  @Test
  void aConfirmationLinkWorksUntilItExpires() {
    String token = door.signUp("slow@example.org");

    retireAfter(6, Duration.ofHours(23));

    given().post("/confirm/" + token).then().statusCode(200);
    assertThat(door.count("subscription")).isEqualTo(1);
  }

  @Test
  void moreThanOneTransactionMayForgetIsForgottenAllTheSame() {
    for (int i = 0; i < 1001; i++) {
      door.sql(
          "insert into ingestion (id, source, ingestion_date, verdict, reason, seen, created,"
              + " updated, unchanged, rejected, started_at, finished_at) values ("
              + (1_000_000 + i)
              + ", 'file', date '2026-01-01', 'OK', '', 0, 0, 0, 0, 0,"
              + " timestamp '2026-01-01 00:00:00', timestamp '2026-01-01 00:00:00')");
    }

    retireAfter(0, Duration.ZERO);

    assertThat(door.count("ingestion")).isZero();
  }
}
