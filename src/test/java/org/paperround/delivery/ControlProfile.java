package org.paperround.delivery;

import java.util.HashMap;
import java.util.Map;

/** As {@link DeliveryProfile}, with an operator who wants to be told. */
public class ControlProfile extends DeliveryProfile {

  static final String OPERATOR = "operator@example.net";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("paperround.delivery.alert-to", OPERATOR);
    return settings;
  }
}
