package org.paperround.digest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperround.matching.Reason;

/**
 * Reads what {@link EditionItems} writes, token by token: every mail needs it once, and a binding
 * to objects takes several times as long.
 */
final class EditionItemsParser {

  private static final JsonFactory JSON = new JsonFactory();

  private final String column;
  private final List<String> topics = new ArrayList<>();
  private final List<List<List<String>>> terse = new ArrayList<>();
  private final Map<Integer, Reason> reasons = new HashMap<>();
  private final List<EditionItem> items = new ArrayList<>();
  private final boolean withMore;
  private int more;

  /**
   * @param withMore whether those of {@link Section#MORE} are read, else they are counted
   */
  EditionItemsParser(String column, boolean withMore) {
    this.column = column;
    this.withMore = withMore;
  }

  EditionItems.Shown read() throws IOException {
    try (JsonParser json = JSON.createParser(column)) {
      expect(json, JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (name.equals("n")) {
          int behind = json.nextIntValue(0);
          if (!withMore) {
            return new EditionItems.Shown(items, more + behind);
          }
          continue;
        }
        expect(json, JsonToken.START_ARRAY);
        switch (name) {
          case "t" -> texts(json, topics);
          case "r", "q" -> readReasons(json);
          case "i", "m" -> readItems(json);
          default -> throw new JsonParseException(json, "No part of an edition: " + name);
        }
      }
      return new EditionItems.Shown(items, more);
    } catch (IndexOutOfBoundsException nothingThere) {
      throw new IOException("A place that its list has not", nothingThere);
    }
  }

  private static void texts(JsonParser json, List<String> texts) throws IOException {
    for (String text = json.nextTextValue(); text != null; text = json.nextTextValue()) {
      texts.add(text);
    }
  }

  private void readReasons(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      List<List<String>> grounds = new ArrayList<>(4);
      while (json.nextToken() == JsonToken.START_ARRAY) {
        List<String> ground = new ArrayList<>(6);
        texts(json, ground);
        grounds.add(ground);
      }
      terse.add(grounds);
    }
  }

  private void readItems(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      long paper = json.nextLongValue(-1);
      int revision = json.nextIntValue(-1);
      Section section = EditionItems.SECTIONS[json.nextIntValue(-1)];
      if (section == Section.MORE && !withMore) {
        more++;
        skipRow(json);
        continue;
      }
      int votes = json.nextIntValue(-1);
      int comments = json.nextIntValue(-1);
      int reason = json.nextIntValue(EditionItems.NO_REASON);
      List<String> answered = new ArrayList<>(4);
      while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        answered.add(topics.get(json.getIntValue()));
      }
      items.add(
          new EditionItem(
              paper,
              revision,
              section,
              answered,
              reason == EditionItems.NO_REASON ? null : reason(reason),
              votes,
              comments));
    }
  }

  /** Those who answer the same topic often share one. */
  private Reason reason(int place) {
    return reasons.computeIfAbsent(place, missing -> Reason.ofTerse(terse.get(place)));
  }

  private static void skipRow(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      // Numbers are not worked out until somebody asks for them.
    }
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new JsonParseException(json, "Not an edition's items");
    }
  }
}
