package org.paperround.bounce.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message of Amazon SNS. */
record SnsMessage(JsonNode body) {

  private static final Pattern HOST =
      Pattern.compile("sns\\.[a-z]{2}(-[a-z]+)+-\\d\\.amazonaws\\.com(\\.cn)?");
  private static final List<String> SIGNED_NOTIFICATION =
      List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
  private static final List<String> SIGNED_SUBSCRIPTION =
      List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

  String field(String name) {
    return Payload.text(body, name);
  }

  /** What is signed: names and values of some fields, each on a line, in alphabetical order. */
  String signed() {
    List<String> names =
        "Notification".equals(field("Type")) ? SIGNED_NOTIFICATION : SIGNED_SUBSCRIPTION;
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      JsonNode value = body.get(name);
      if (value != null && value.isTextual()) {
        text.append(name).append('\n').append(value.textValue()).append('\n');
      }
    }
    return text.toString();
  }

  /** An address that is SNS's own, over https; empty for any other. */
  static Optional<URI> amazon(String url) {
    try {
      URI uri = URI.create(url);
      boolean own =
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && HOST.matcher(uri.getHost()).matches()
              && uri.getRawUserInfo() == null
              && (uri.getPort() == -1 || uri.getPort() == 443);
      return own ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
