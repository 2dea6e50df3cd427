package org.paperround.bounce.webhook;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in: what is signed are its bytes.
 *
 * @param headers answers the first value of a header, whatever the case of its name; null for none
 */
public record WebhookRequest(byte[] body, Headers headers) {

  /** Looks up headers. */
  @FunctionalInterface
  public interface Headers {
    @Nullable String get(String name);
  }

  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
