package org.paperround.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.paperround.PostgresProfile;

/** As {@link DeliveryProfile}, on PostgreSQL. */
public class DeliveryOnPostgresProfile extends PostgresProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(DeliveryProfile.settings());
    settings.putAll(super.getConfigOverrides());
    return settings;
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(StubRenderers.class);
  }
}
