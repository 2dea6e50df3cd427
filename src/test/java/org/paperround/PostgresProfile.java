package org.paperround;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * Builds and runs the PostgreSQL variant of the service for a test: {@code
 * TestProfile(PostgresProfile.class)}. Tests of one profile share one server and one database, so
 * each makes and clears its own rows.
 */
public class PostgresProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.datasource.db-kind", "postgresql");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(PostgresResource.class));
  }
}
