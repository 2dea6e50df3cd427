package org.paperround;

import java.util.Map;

/** As {@link RoundsProfile}, on PostgreSQL. */
public class RoundsOnPostgresProfile extends PostgresProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.db-kind", "postgresql",
        "paperround.signup.max-per-client-per-hour", "0");
  }
}
