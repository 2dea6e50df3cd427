package org.paperround.digest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.paperround.matching.Reason;

/**
 * Reads what {@link EditionItems} writes, token by token: every mail needs it once, and a binding
 * to objects takes several times as long.
 */
final class EditionItemsParser {

  private static final JsonFactory JSON = new JsonFactory();

  private final String column;
  private final List<String> topics = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final List<EditionItem> items = new ArrayList<>();

  EditionItemsParser(String column) {
    this.column = column;
  }

  List<EditionItem> items() throws IOException {
    try (JsonParser json = JSON.createParser(column)) {
      expect(json, JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        expect(json, JsonToken.START_ARRAY);
        switch (name) {
          case "t" -> texts(json, topics);
          case "r" -> readReasons(json);
          case "i" -> readItems(json);
          default -> throw new JsonParseException(json, "No part of an edition: " + name);
        }
      }
      return items;
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
      List<List<String>> terse = new ArrayList<>(4);
      while (json.nextToken() == JsonToken.START_ARRAY) {
        List<String> ground = new ArrayList<>(6);
        texts(json, ground);
        terse.add(ground);
      }
      reasons.add(Reason.ofTerse(terse));
    }
  }

  private void readItems(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      long paper = json.nextLongValue(-1);
      int revision = json.nextIntValue(-1);
      Section section = EditionItems.SECTIONS[json.nextIntValue(-1)];
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
              reason == EditionItems.NO_REASON ? null : reasons.get(reason),
              votes,
              comments));
    }
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new JsonParseException(json, "Not an edition's items");
    }
  }
}
