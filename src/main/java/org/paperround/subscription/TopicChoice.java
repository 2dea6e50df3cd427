package org.paperround.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;

/**
 * A topic that a reader chose, and how much of it. As JSON it is what a request says: a query is a
 * string, and all else an object, such as {@code {"about": "...", "strength": "few"}}.
 *
 * @param text valid
 */
public record TopicChoice(TopicText text, Strength strength) {

  /** A query, at the usual strength. */
  public static TopicChoice ofQuery(String written) {
    return new TopicChoice(TopicText.ofQuery(written), Strength.NORMAL);
  }

  /** What a mail or page calls the topic. */
  public String label() {
    return text.label();
  }

  /** What {@link #stored} reads. */
  @JsonValue
  public JsonNode json() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (text.kind() == TopicKind.QUERY && strength == Strength.NORMAL) {
      return nodes.textNode(text.written());
    }
    ObjectNode topic = nodes.objectNode();
    topic.set(word(text.kind()), words());
    if (strength != Strength.NORMAL) {
      topic.put("strength", word(strength));
    }
    return topic;
  }

  /** What it asks, as JSON: a text, or a list where several papers are named. */
  public JsonNode words() {
    List<String> papers = text.kind() == TopicKind.LIKE ? text.namedPapers() : List.of();
    if (papers.size() < 2) {
      return TextNode.valueOf(text.written());
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    papers.forEach(list::add);
    return list;
  }

  /** How JSON and forms write a value of an enum here: {@code about}, {@code few}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Reads what was kept. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TopicChoice stored(JsonNode json) {
    if (json.isTextual()) {
      return ofQuery(json.textValue());
    }
    for (TopicKind kind : TopicKind.values()) {
      if (json.has(word(kind))) {
        JsonNode strength = json.path("strength");
        return new TopicChoice(
            new TopicText(kind, TopicChoiceReader.written(json.get(word(kind)))),
            strength.isMissingNode()
                ? Strength.NORMAL
                : Strength.valueOf(strength.textValue().toUpperCase(Locale.ROOT)));
      }
    }
    throw new IllegalArgumentException("Stored topics do not read");
  }
}
