package org.paperround.delivery.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.paperround.delivery.DeliveryOnPostgresProfile;

/** There the database's clock counts, which no test can move. */
@QuarkusTest
@TestProfile(DeliveryOnPostgresProfile.class)
class RateLedgerOnPostgresTest {

  @Inject RateLedger ledger;

  @Test
  void whoeverAsksAtTheSameTimeGetsNoMoreTogether() {
    RateRule rule = new RateRule(UUID.randomUUID().toString(), Duration.ofHours(1), 200);
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, 8)
            .mapToObj(
                thread ->
                    CompletableFuture.supplyAsync(
                        () ->
                            IntStream.range(0, 20)
                                .map(i -> ledger.take(List.of(rule), 3).mails())
                                .sum()))
            .toList();
    assertThat(asked.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(200);
    assertThat(ledger.take(List.of(rule), 1).retryAfter())
        .isBetween(Duration.ofMinutes(55), Duration.ofMinutes(65));
  }
}
