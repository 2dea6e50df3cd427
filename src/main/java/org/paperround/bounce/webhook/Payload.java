package org.paperround.bounce.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperround.bounce.Action;
import org.paperround.bounce.EnhancedStatus;
import org.paperround.bounce.Report;
import org.paperround.bounce.Traces;
import org.paperround.bounce.Verdict;

/** Reads providers' JSON, which may grow fields at any time. */
final class Payload {

  /** What stands for a provider's own "there is no such address". */
  static final EnhancedStatus NO_SUCH_ADDRESS = new EnhancedStatus(5, 1, 1);

  /** What stands for a provider's own "may pass". */
  static final EnhancedStatus MAY_PASS = new EnhancedStatus(4, 0, 0);

  /** What stands for a provider's own "refused for what it is". */
  static final EnhancedStatus NOT_THE_ADDRESS = new EnhancedStatus(5, 7, 0);

  private static final int MOST_EVENTS = 5000;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Payload() {}

  /** The JSON; empty when it is none. */
  static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /** The elements of an array, as many as any provider sends. */
  static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    for (JsonNode element : array) {
      if (elements.size() < MOST_EVENTS) {
        elements.add(element);
      }
    }
    return elements;
  }

  /**
   * A mail that failed.
   *
   * @param status the one it was refused with
   */
  static Report failed(String recipient, EnhancedStatus status, String words, Traces traces) {
    return new Report.DeliveryReport(
        List.of(new Verdict(recipient, Action.FAILED, status, words)), traces);
  }
}
