package org.paperround.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

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

  /** Below the ports the system hands to clients, one of which could take it between two tests. */
  private static int freePort() {
    for (int port = ThreadLocalRandom.current().nextInt(20_000, 30_000); ; port++) {
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // The next one, then.
      }
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
