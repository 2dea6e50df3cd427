package org.paperround.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** Sends to a {@link ScriptedRelay}, with retries after moments instead of minutes. */
public class DeliveryProfile implements QuarkusTestProfile {

  static final int PORT = 3027;

  static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.mailer.port", Integer.toString(PORT),
          "paperround.delivery.retry-first-after", "PT0.1S",
          "paperround.delivery.retry-at-most-after", "PT0.5S");

  @Override
  public Map<String, String> getConfigOverrides() {
    return SETTINGS;
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(StubRenderers.class);
  }
}
