package org.paperround.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;

@QuarkusTest
@TestProfile(RatesOnPostgresTest.LimitedOnPostgres.class)
class RatesOnPostgresTest extends RatesTest {

  /** As {@link Limited}, on PostgreSQL. */
  public static class LimitedOnPostgres extends DeliveryOnPostgresProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(Limited.rates());
      return settings;
    }
  }
}
