package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryRulesTest {

  @Test
  void pausesDoubleUpToTheLongestAndAreShortenedAtMostByAQuarter() {
    Backoff backoff = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));
    RandomGenerator random = RandomGenerator.getDefault();
    int[] minutes = {1, 2, 4, 8, 16, 32, 60, 60};
    for (int tries = 1; tries <= minutes.length; tries++) {
      assertThat(backoff.after(tries, random))
          .isBetween(
              Duration.ofSeconds(minutes[tries - 1] * 45L), Duration.ofMinutes(minutes[tries - 1]));
    }
    assertThat(backoff.after(10_000, random)).isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 1", "8, 1", "16, 2", "100, 12"})
  void anEighthOfTheConnectionsButOneAtLeastIsForTransactionalMailAlone(
      int connections, long reserved) {
    assertThat(
            IntStream.range(0, connections)
                .mapToObj(sender -> DrainRun.lanes(sender, connections))
                .filter(lanes -> lanes.equals(List.of(Lane.TRANSACTIONAL))))
        .hasSize((int) reserved);
  }

  @Test
  void aSingleConnectionServesTransactionalMailFirst() {
    assertThat(DrainRun.lanes(0, 1)).containsExactly(Lane.TRANSACTIONAL, Lane.BULK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"From", "message-ID", "Content-Type", "X-Bad\r\nHeader", "Spa ce", ""})
  void aRendererCannotWriteTheHeadersEveryMailHas(String name) {
    Map<String, String> headers = Map.of(name, "value");
    assertThatThrownBy(() -> new MailContent("s", "t", "h", headers))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
