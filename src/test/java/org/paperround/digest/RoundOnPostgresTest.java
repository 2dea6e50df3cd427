package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.paperround.RoundsOnPostgresProfile;
import org.paperround.matching.Matching;
import org.paperround.paper.Papers;
import org.paperround.subscription.DueSubscriptions;

@QuarkusTest
@TestProfile(RoundsOnPostgresProfile.class)
class RoundOnPostgresTest extends RoundTest {

  private static final int READERS = 60;

  @Inject DueSubscriptions subscriptions;
  @Inject EditionComposer composer;
  @Inject Matching matching;
  @Inject Papers papers;
  @Inject EntityManager em;
  @Inject Clock clock;

  @Test
  void twoRoundsAtOnceMakeEachEditionOnce() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minusSeconds(60)));
    List<String> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(door.reader("topics", List.of("otters")));
    }
    CountDownLatch start = new CountDownLatch(2);

    // Each as another instance has it: they share nothing but the database.
    CompletableFuture<RoundReport> one = CompletableFuture.supplyAsync(() -> instance(start));
    CompletableFuture<RoundReport> other = CompletableFuture.supplyAsync(() -> instance(start));

    assertThat(one.join().plus(other.join()))
        .isEqualTo(new RoundReport(READERS, READERS, 0, READERS));
    readers.forEach(reader -> door.digests(reader, 1));
    assertThat(door.count("edition")).isEqualTo(READERS);
  }

  private RoundReport instance(CountDownLatch start) {
    Rounds rounds = new Rounds(subscriptions, composer, matching, papers, em, clock);
    start.countDown();
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return rounds.run(NOON.plusSeconds(60));
  }
}
