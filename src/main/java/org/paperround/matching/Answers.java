package org.paperround.matching;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the matches of one topic on one day into one column, and reads them: JSON in which every
 * reason stands once, ahead of the matches that name its place.
 *
 * <pre>
 * [[[["TITLE", "Otters"], ["ABSTRACT", "otter"]], ...], [paper, score, reason, paper, score, reason, ...]]
 * </pre>
 */
final class Answers {

  private static final JsonFactory JSON = new JsonFactory();

  private Answers() {}

  /** What {@link #read} reads. */
  static String write(List<PaperMatch> matches) {
    Map<Reason, Integer> reasons = new LinkedHashMap<>();
    matches.forEach(match -> reasons.putIfAbsent(match.reason(), reasons.size()));
    StringWriter column = new StringWriter(32 * (1 + matches.size()));
    try (JsonGenerator json = JSON.createGenerator(column)) {
      json.writeStartArray();
      json.writeStartArray();
      for (Reason reason : reasons.keySet()) {
        write(reason, json);
      }
      json.writeEndArray();
      json.writeStartArray();
      for (PaperMatch match : matches) {
        json.writeNumber(match.paperId());
        json.writeNumber(match.score());
        json.writeNumber(reasons.getOrDefault(match.reason(), 0));
      }
      json.writeEndArray();
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return column.toString();
  }

  private static void write(Reason reason, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (List<String> ground : reason.terse()) {
      json.writeStartArray();
      for (String word : ground) {
        json.writeString(word);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /**
   * The matches of a column, in their order. Matches for the same reason share it.
   *
   * @throws IllegalStateException if the column is damaged
   */
  static List<PaperMatch> read(String column) {
    try (JsonParser json = JSON.createParser(column)) {
      expect(json, JsonToken.START_ARRAY);
      expect(json, JsonToken.START_ARRAY);
      List<Reason> reasons = reasons(json);
      expect(json, JsonToken.START_ARRAY);
      List<PaperMatch> matches = new ArrayList<>();
      while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        long paper = json.getLongValue();
        json.nextToken();
        float score = json.getFloatValue();
        matches.add(new PaperMatch(paper, score, reasons.get(json.nextIntValue(-1))));
      }
      return matches;
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
      throw new IllegalStateException("Stored matches do not read", damaged);
    }
  }

  private static List<Reason> reasons(JsonParser json) throws IOException {
    List<Reason> reasons = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      List<List<String>> grounds = new ArrayList<>(4);
      while (json.nextToken() == JsonToken.START_ARRAY) {
        List<String> ground = new ArrayList<>(6);
        for (String text = json.nextTextValue(); text != null; text = json.nextTextValue()) {
          ground.add(text);
        }
        grounds.add(ground);
      }
      reasons.add(Reason.ofTerse(grounds));
    }
    return reasons;
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new JsonParseException(json, "Not a list of matches");
    }
  }
}
