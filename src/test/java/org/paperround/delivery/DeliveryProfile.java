package org.paperround.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;

/** Sends to a {@link ScriptedRelay}, with retries after moments instead of minutes. */
public class DeliveryProfile implements QuarkusTestProfile {

  static Map<String, String> settings() {
    return Map.of(
        "quarkus.mailer.port", Integer.toString(freePort()),
        // Renewed every second, so that the tests meet renewals too.
        "paperround.delivery.lease-for", "PT3S",
        "paperround.delivery.retry-first-after", "PT0.1S",
        "paperround.delivery.retry-at-most-after", "PT0.5S");
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return settings();
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(StubRenderers.class);
  }
}
