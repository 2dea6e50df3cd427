package org.paperround.admin;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.paperround.RoundsOnPostgresProfile;

@QuarkusTest
@TestProfile(SourceAlertsOnPostgresTest.AlertedOnPostgres.class)
class SourceAlertsOnPostgresTest extends SourceAlertsTest {

  /** As {@link Alerted}, on PostgreSQL. */
  public static class AlertedOnPostgres extends RoundsOnPostgresProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(SETTINGS);
      return settings;
    }
  }
}
