package org.paperround.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Three requests an hour from one client; the proxy that may say who that is stands at 127.0.0.2,
 * from where every address of 127/8 can be reached on Linux.
 */
public class BehindAProxy implements QuarkusTestProfile {

  static final String PROXY = "127.0.0.2";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "paperround.signup.max-per-client-per-hour",
        "3",
        "quarkus.http.proxy.proxy-address-forwarding",
        "true",
        "quarkus.http.proxy.trusted-proxies",
        PROXY);
  }
}
