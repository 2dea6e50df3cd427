package org.paperround.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientLimitTest {

  private static ClientLimit limit(int perHour) {
    return new ClientLimit(
        new SubscriptionConfig() {
          @Override
          public int maxPerClientPerHour() {
            return perHour;
          }

          @Override
          public Duration addressPause() {
            throw new AssertionError("Not asked for");
          }

          @Override
          public int maxPerAddressPerDay() {
            throw new AssertionError("Not asked for");
          }

          @Override
          public Duration confirmationValidFor() {
            throw new AssertionError("Not asked for");
          }

          @Override
          public Duration preferencesValidFor() {
            throw new AssertionError("Not asked for");
          }
        });
  }

  private static void take(ClientLimit limit, String client, int times) {
    for (int i = 0; i < times; i++) {
      limit.take(client);
    }
  }

  @Test
  void everyClientHasItsOwnTurns() {
    ClientLimit limit = limit(3);
    take(limit, "192.0.2.1", 3);

    assertThatThrownBy(() -> limit.take("192.0.2.1")).isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> take(limit, "192.0.2.2", 3)).doesNotThrowAnyException();
  }

  @Test
  void whoComesTooOftenIsToldNotToComeTooEarlyAgain() {
    ClientLimit limit = limit(2);
    take(limit, "192.0.2.1", 2);

    assertThatThrownBy(() -> limit.take("192.0.2.1"))
        .isInstanceOfSatisfying(
            TooManyRequests.class,
            many -> assertThat(many.retryAfter()).isBetween(minutes(29), minutes(30)));
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void zeroIsNoLimit() {
    assertThatCode(() -> take(limit(0), "192.0.2.1", 1_000)).doesNotThrowAnyException();
  }
}
