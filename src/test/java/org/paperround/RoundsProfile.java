package org.paperround;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service of its own, at whose door any number of readers may knock. */
public class RoundsProfile implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.jdbc.url", "jdbc:h2:mem:rounds;DB_CLOSE_DELAY=-1",
        "paperround.signup.max-per-client-per-hour", "0");
  }
}
