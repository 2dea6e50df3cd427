package org.paperround.digest;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.paperround.RoundsOnPostgresProfile;

@QuarkusTest
@TestProfile(WaitForSourcesOnPostgresTest.WaitingOnPostgres.class)
class WaitForSourcesOnPostgresTest extends WaitForSourcesTest {

  /** As {@link Waiting}, on PostgreSQL. */
  public static class WaitingOnPostgres extends RoundsOnPostgresProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(SETTINGS);
      return settings;
    }
  }
}
