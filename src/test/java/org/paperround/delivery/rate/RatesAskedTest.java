package org.paperround.delivery.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paperround.delivery.RatesTest;
import org.paperround.delivery.config.DatabaseKind;
import org.paperround.delivery.config.DeliveryConfig;

@QuarkusTest
@TestProfile(RatesTest.Limited.class)
class RatesAskedTest {

  private static final String DOMAIN = "example.org";

  @Inject RateRules rules;
  @Inject EntityManager entities;
  @Inject DatabaseKind database;
  @Inject Clock clock;
  @Inject DeliveryConfig config;

  private Rates rates;
  private int asked;

  @Test
  void whoeverFindsNoneWhileTheLedgerIsAskedDoesNotHaveItAskedAgain() {
    rates = new Rates(rules, new WantedMeanwhile());
    assertThat(rates.take(DOMAIN)).isFalse();
    rates.refill(domain -> 10);
    rates.refill(domain -> 10);

    assertThat(asked).isEqualTo(1);
  }

  /** Before the answer comes, another sender looks for a mail. */
  private class WantedMeanwhile extends RateLedger {

    WantedMeanwhile() {
      super(entities, database, clock, config);
    }

    @Override
    Grant take(List<RateRule> rules, int wanted) {
      asked++;
      Grant grant = super.take(rules, wanted);
      assertThat(rates.take(DOMAIN)).isFalse();
      return grant;
    }
  }
}
