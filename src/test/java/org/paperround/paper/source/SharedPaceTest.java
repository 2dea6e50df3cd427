package org.paperround.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.paper.PaperRows;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourceTurns;

@QuarkusTest
class SharedPaceTest {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final byte[] NOTHING = {};

  @Inject SourceTurns turns;
  @Inject PaperRows rows;

  @BeforeEach
  void start() {
    rows.clear();
  }

  private record Span(long begin, long end) {}

  private SharedPace pace() {
    return new SharedPace(turns, "tested", PAUSE, Duration.ofSeconds(10));
  }

  @Test
  void allInstancesTogetherAskOneAfterTheOtherWithAPauseBetween() throws Exception {
    int instances = 4;
    ConcurrentLinkedQueue<Span> asked = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    List<Future<?>> all = new ArrayList<>();
    for (int instance = 0; instance < instances; instance++) {
      SharedPace own = pace();
      all.add(
          threads.submit(
              () -> {
                for (int request = 0; request < 3; request++) {
                  own.take(
                      "The source",
                      () -> {
                        long begin = System.nanoTime();
                        TimeUnit.MILLISECONDS.sleep(20);
                        asked.add(new Span(begin, System.nanoTime()));
                        return NOTHING;
                      });
                }
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();

    List<Span> inOrder =
        asked.stream().sorted((one, other) -> Long.compare(one.begin(), other.begin())).toList();
    assertThat(inOrder).hasSize(3 * instances);
    for (int i = 1; i < inOrder.size(); i++) {
      assertThat(inOrder.get(i).begin() - inOrder.get(i - 1).end())
          .isGreaterThanOrEqualTo(PAUSE.toNanos());
    }
  }

  @Test
  void allObeyARestTheSourceAsksFor() {
    assertThatThrownBy(
            () ->
                pace()
                    .take(
                        "The source",
                        () -> {
                          throw new AttemptFailed("answered 503", Duration.ofMinutes(5), PAUSE);
                        }))
        .isInstanceOf(AttemptFailed.class);

    assertThatThrownBy(() -> pace().take("The source", () -> NOTHING))
        .isInstanceOf(SourceFailure.class)
        .hasMessageMatching("The source asked for a rest and is not asked for another 2\\d\\d s");
  }

  @Test
  void aTurnIsFreeOnceItsOwnerWasDeadForAWhile() throws Exception {
    SourceTurns.Turn dead = turns.take("of the dead", Duration.ofMillis(300)).orElseThrow();
    assertThat(turns.take("of the dead", Duration.ofMillis(300))).isEmpty();
    Duration left = turns.untilFree("of the dead").orElseThrow();
    assertThat(left).isBetween(Duration.ofMillis(1), Duration.ofMillis(300));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> turns.take("of the dead", Duration.ofSeconds(30)).isPresent());

    // Not dead, only slow: the turn is another's now.
    dead.giveBack(Duration.ZERO);
    assertThat(turns.untilFree("of the dead")).isPresent();
    assertThatThrownBy(() -> dead.extend(Duration.ofSeconds(30)))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining("another run took its turn");
  }
}
