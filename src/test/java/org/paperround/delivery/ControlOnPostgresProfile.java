package org.paperround.delivery;

import java.util.HashMap;
import java.util.Map;

/** As {@link ControlProfile}, on PostgreSQL. */
public class ControlOnPostgresProfile extends DeliveryOnPostgresProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("paperround.delivery.alert-to", ControlProfile.OPERATOR);
    return settings;
  }
}
