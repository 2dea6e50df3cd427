package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.paperround.delivery.smtp.RelayReply;

class RelayGateTest {

  private static final RelayReply GREYLISTED = new RelayReply.Deferred(451, "4.7.1", "451 later");
  private static final RelayReply BUSY = new RelayReply.Deferred(450, "4.2.1", "450 busy");
  private static final RelayReply LOST = new RelayReply.Lost("gone", true);
  private static final RelayReply DOWN = new RelayReply.Down("refused");
  private static final RelayReply TAKEN = new RelayReply.Accepted("250");

  private final RelayGate gate = new RelayGate(Clock.systemUTC());

  @Test
  void aRelayThatCannotBeTalkedToClosesItAtOnce() {
    gate.observe(1, DOWN);
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.status().reason()).isEqualTo("refused");
  }

  @Test
  void fiveMailsThatFailAlikeCloseItAndAreAllGivenBack() {
    for (long mail = 1; mail <= 4; mail++) {
      assertThat(gate.observe(mail, GREYLISTED)).isEmpty();
      assertThat(gate.excuses(GREYLISTED)).isFalse();
    }
    assertThat(gate.observe(5, GREYLISTED)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.excuses(GREYLISTED)).isTrue();
    assertThat(gate.excuses(LOST)).isFalse();
  }

  @Test
  void oneMailThatFailsFiveTimesClosesNothing() {
    for (int i = 0; i < 20; i++) {
      gate.observe(1, LOST);
    }
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void aSuccessBetweenBeginsTheCountAgain() {
    for (long mail = 1; mail <= 8; mail++) {
      gate.observe(mail, GREYLISTED);
      if (mail == 4) {
        gate.observe(100, TAKEN);
      }
    }
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void failuresOfDifferentKindsAreTheMailsOwn() {
    for (long mail = 1; mail <= 20; mail++) {
      gate.observe(mail, mail % 2 == 0 ? GREYLISTED : BUSY);
    }
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void whateverShowsThatTheRelayAnswersOpensIt() {
    gate.observe(1, DOWN);
    gate.observe(2, new RelayReply.Refused(550, "5.1.1", "550 nobody"));
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void behindAClosedGateOneAtATimeProbesAfterThePause() throws InterruptedException {
    gate.observe(1, DOWN);
    assertThat(gate.await(() -> true)).isFalse();
    assertThat(gate.await(() -> false)).isTrue();
    assertThat(gate.await(() -> true)).isFalse();
    gate.passed();
    assertThat(gate.await(() -> false)).isTrue();
    gate.observe(1, TAKEN);
    assertThat(gate.await(() -> true)).isTrue();
  }

  @Test
  void whoWaitsProbesInTurn() throws Exception {
    gate.observe(1, DOWN);
    List<Integer> turns = new CopyOnWriteArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      Thread thread =
          new Thread(
              () -> {
                try {
                  gate.await(() -> false);
                  turns.add(number);
                  gate.passed();
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.start();
      await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
      waiting.add(thread);
    }
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(turns).containsExactly(0, 1, 2);
  }
}
