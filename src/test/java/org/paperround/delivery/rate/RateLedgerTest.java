package org.paperround.delivery.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.TestClock;
import org.paperround.delivery.DeliveryProfile;

@QuarkusTest
@TestProfile(DeliveryProfile.class)
class RateLedgerTest {

  @Inject RateLedger ledger;
  @Inject TestClock clock;

  private final String scope = UUID.randomUUID().toString();

  @AfterEach
  void letTheClockGo() {
    clock.reset();
  }

  @Test
  void noWindowEverSeesMoreThanItMayWheneverTheMailsLeave() {
    Random random = new Random(7);
    RateRule rule = new RateRule(scope, Duration.ofMinutes(1), 100);
    Instant at = Instant.parse("2026-05-04T07:00:00Z");
    List<Instant> left = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      clock.set(at);
      RateLedger.Grant grant = ledger.take(List.of(rule), 1 + random.nextInt(60));
      int used = random.nextBoolean() ? grant.mails() : random.nextInt(grant.mails() + 1);
      for (int mail = 0; mail < used; mail++) {
        // Each leaves at some moment of those for which it may.
        left.add(at.plusMillis((long) (random.nextDouble() * grant.validFor().toMillis())));
      }
      at = at.plusMillis(random.nextInt(3_000));
      clock.set(at);
      ledger.putBack(List.of(rule), grant.mails() - used, grant.at());
    }
    left.sort(null);
    for (int first = 0; first + 100 < left.size(); first++) {
      assertThat(Duration.between(left.get(first), left.get(first + 100)))
          .isGreaterThanOrEqualTo(rule.window());
    }
    long minutes = Duration.between(left.get(0), at).toMinutes();
    assertThat((long) left.size()).isGreaterThan(minutes * 85);
  }

  @Test
  void aWholeDaysMailsMayLeaveAtOnceAndThenNoneUntilADayLater() {
    RateRule rule = new RateRule(scope, Duration.ofDays(1), 50);
    clock.set(Instant.parse("2026-05-04T07:00:00Z"));
    assertThat(ledger.take(List.of(rule), 80).mails()).isEqualTo(50);
    RateLedger.Grant none = ledger.take(List.of(rule), 1);
    assertThat(none.mails()).isZero();
    assertThat(none.retryAfter()).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    clock.advance(none.retryAfter().plusSeconds(1));
    assertThat(ledger.take(List.of(rule), 80).mails()).isEqualTo(50);
  }

  @Test
  void whatDidNotLeaveMayLeaveLater() {
    RateRule rule = new RateRule(scope, Duration.ofDays(1), 50);
    clock.set(Instant.parse("2026-05-04T07:00:00Z"));
    RateLedger.Grant grant = ledger.take(List.of(rule), 50);
    clock.advance(Duration.ofSeconds(2));
    ledger.putBack(List.of(rule), 43, grant.at());
    assertThat(ledger.take(List.of(rule), 80).mails()).isEqualTo(43);
  }

  @Test
  void theStrictestRuleDecides() {
    RateRule minute = new RateRule("minute " + scope, Duration.ofMinutes(1), 30);
    RateRule hour = new RateRule("hour " + scope, Duration.ofHours(1), 40);
    List<RateRule> both = List.of(minute, hour);
    clock.set(Instant.parse("2026-05-04T07:00:00Z"));
    assertThat(ledger.take(both, 100).mails()).isEqualTo(30);
    clock.advance(Duration.ofMinutes(2));
    assertThat(ledger.take(both, 100).mails()).isEqualTo(10);
    clock.advance(Duration.ofMinutes(2));
    assertThat(ledger.take(both, 100).retryAfter()).isGreaterThan(Duration.ofMinutes(50));
  }

  @Test
  void whoeverAsksAtTheSameTimeGetsNoMoreTogether() {
    RateRule rule = new RateRule(scope, Duration.ofHours(1), 200);
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
  }
}
