package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;

/** With rounds switched on, nobody has to start the one that follows a confirmation. */
@QuarkusTest
@TestProfile(FirstDigestTest.RoundsOn.class)
class FirstDigestTest {

  public static class RoundsOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // On, yet not by the clock before the next leap day.
      return Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:h2:mem:first;DB_CLOSE_DELAY=-1",
          "paperround.digest.cron", "0 0 0 29 2 ?");
    }
  }

  @Inject FrontDoor door;
  @Inject EntityManager em;

  @Test
  void confirmingWakesTheRoundThatBringsTheFirstDigest() {
    door.open();
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));

    String reader = door.reader("topics", List.of("otters"));

    assertThat(door.edition(reader).getString("period")).isEqualTo("FIRST");
  }

  @Test
  void whoHasJustConfirmedDoesNotWaitForARoundThatIsUnderWay() {
    door.open();
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));
    String regular = door.reader("topics", List.of("otters"));
    door.digests(regular, 1);
    Object id = door.one("select id from subscription");
    door.bring(paper("2605.00002", "Otters at dusk", NOON.plusSeconds(60)));

    CompletableFuture<String> round;
    QuarkusTransaction.begin();
    try {
      // The round cannot go on before it is known whether this edition stays.
      em.createNativeQuery(
              "insert into edition select 1000000, subscription_id, '2026-05-05', slot_on,"
                  + " composed_for, composed_at, papers_new, topics, items, released, papers"
                  + " from edition")
          .executeUpdate();
      round = CompletableFuture.supplyAsync(() -> door.round(NOON.plus(Duration.ofHours(20))));
      await().until(() -> isTaken(id));

      String newcomer = door.reader("topics", List.of("otters"), "deliverAt", "09:00");

      assertThat(door.edition(newcomer).getString("period")).isEqualTo("FIRST");
      assertThat(round).isNotDone();
    } finally {
      QuarkusTransaction.rollback();
    }
    assertThat(round.join()).isEqualTo("1 1 0 1");
  }

  private boolean isTaken(Object subscription) {
    return door.rows(
            "select id from subscription where id = " + subscription + " for update skip locked")
        .isEmpty();
  }
}
