package org.paperround.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidRequest;
import org.paperround.base.MomentText;
import org.paperround.base.RequestFields;
import org.paperround.topic.TopicKey;
import org.paperround.topic.TopicText;

/**
 * Reads a subscriber from the cells of one row. The cells become the fields of a sign-up, so that
 * defaults, limits and sentences are those of the sign-up.
 */
final class ImportRowReader {

  private static final int LONGEST_SOURCE = 500;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(:\\d\\d)?");
  // A brace alone is nothing special in a query.
  private static final Pattern OBJECT = Pattern.compile("\\{\\s*\"\\w+\"\\s*:");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Function<TopicText, TopicKey> key;

  ImportRowReader(Function<TopicText, TopicKey> key) {
    this.key = key;
  }

  /**
   * Reads one row.
   *
   * @param cells by name of a column; those that are blank are as good as absent
   * @param now what nobody can have consented after
   * @throws InvalidRequest naming everything that is wrong
   */
  ImportedSubscriber read(Map<String, String> cells, Instant now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    cells.forEach(
        (column, cell) -> {
          if (!cell.isBlank()) {
            body.set(column, value(column, cell.strip()));
          }
        });
    RequestFields fields = new RequestFields(body);
    EmailAddress address = SubscriptionRequest.address(fields);
    Choices choices = new ChoicesReader(fields, key).read();
    Instant consentAt = consentAt(fields, now);
    String source = source(fields);
    fields.throwIfWrong();
    return new ImportedSubscriber(
        Objects.requireNonNull(address), choices, Objects.requireNonNull(consentAt), source);
  }

  private static JsonNode value(String column, String cell) {
    return switch (column) {
      case "topics", "mute" -> topics(cell);
      case "deliverAt" -> TextNode.valueOf(hour(cell));
      case "frequency", "weekday" -> TextNode.valueOf(cell.toUpperCase(Locale.ROOT));
      case "trending", "sendEmpty" -> flag(cell);
      case "maxPapers" ->
          NUMBER.matcher(cell).matches()
              ? IntNode.valueOf(Integer.parseInt(cell))
              : TextNode.valueOf(cell);
      default -> TextNode.valueOf(cell);
    };
  }

  private static JsonNode topics(String cell) {
    boolean alone = OBJECT.matcher(cell).lookingAt();
    if (!alone && !cell.startsWith("[")) {
      return split(cell);
    }
    try {
      JsonNode json = JSON.readTree(cell);
      return alone ? JsonNodeFactory.instance.arrayNode().add(json) : json;
    } catch (JsonProcessingException malformed) {
      // A text is no list, and is refused as such.
      return TextNode.valueOf(cell);
    }
  }

  private static JsonNode split(String cell) {
    ArrayNode queries = JsonNodeFactory.instance.arrayNode();
    for (String query : cell.split(";")) {
      if (!query.isBlank()) {
        queries.add(query.strip());
      }
    }
    return queries;
  }

  private static String hour(String cell) {
    var hour = HOUR.matcher(cell);
    return hour.matches()
        ? "0".repeat(2 - hour.group(1).length())
            + hour.group(1)
            + Objects.requireNonNullElse(hour.group(2), ":00")
        : cell;
  }

  private static JsonNode flag(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> TextNode.valueOf(cell);
    };
  }

  private static @Nullable Instant consentAt(RequestFields fields, Instant now) {
    String detail =
        "Say when they consented, as 2024-03-01 or 2024-03-01T09:30:00Z, and not in the future.";
    String text = fields.requiredText("consentAt", detail);
    return text.isEmpty()
        ? null
        : fields.text("consentAt", now, detail, given -> MomentText.past(given, now));
  }

  private static String source(RequestFields fields) {
    String source =
        fields.requiredText(
            "consentSource", "Say where they consented, such as 'form on example.org'.");
    if (source.length() > LONGEST_SOURCE) {
      fields.wrong("consentSource", "Use at most " + LONGEST_SOURCE + " characters.");
    }
    return CONTROL.matcher(source).replaceAll(" ");
  }
}
