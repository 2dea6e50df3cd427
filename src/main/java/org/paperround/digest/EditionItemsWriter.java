package org.paperround.digest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.paperround.matching.Reason;

/** Writes one edition's items in the form of {@link EditionItems}, value by value. */
final class EditionItemsWriter {

  private static final int FIRST_TOPIC = 6;

  private final JsonGenerator json;
  private final Map<String, Integer> topics = new LinkedHashMap<>();
  // By identity: reasons are shared, and to compare them costs more than to write one twice.
  private final Map<Reason, Integer> places = new IdentityHashMap<>();

  EditionItemsWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(List<EditionItem> items) throws IOException {
    List<EditionItem> shown = new ArrayList<>();
    List<EditionItem> more = new ArrayList<>();
    for (EditionItem item : items) {
      (item.section() == Section.MORE ? more : shown).add(item);
      for (String topic : item.topics()) {
        topics.putIfAbsent(topic, topics.size());
      }
    }
    json.writeStartObject();
    json.writeArrayFieldStart("t");
    for (String topic : topics.keySet()) {
      json.writeString(topic);
    }
    json.writeEndArray();
    write("r", "i", shown);
    json.writeNumberField("n", more.size());
    write("q", "m", more);
    json.writeEndObject();
  }

  private void write(String newReasons, String rows, List<EditionItem> items) throws IOException {
    json.writeArrayFieldStart(newReasons);
    for (EditionItem item : items) {
      Reason reason = item.reason();
      if (reason != null && places.putIfAbsent(reason, places.size()) == null) {
        write(reason);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart(rows);
    for (EditionItem item : items) {
      long[] row = row(item);
      json.writeArray(row, 0, row.length);
    }
    json.writeEndArray();
  }

  private void write(Reason reason) throws IOException {
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

  private long[] row(EditionItem item) {
    long[] row = new long[FIRST_TOPIC + item.topics().size()];
    row[0] = item.paperId();
    row[1] = item.revision();
    row[2] = Arrays.asList(EditionItems.SECTIONS).indexOf(item.section());
    row[3] = item.votes();
    row[4] = item.comments();
    row[5] =
        item.reason() == null
            ? EditionItems.NO_REASON
            : Objects.requireNonNull(places.get(item.reason()));
    for (int t = FIRST_TOPIC; t < row.length; t++) {
      row[t] = Objects.requireNonNull(topics.get(item.topics().get(t - FIRST_TOPIC)));
    }
    return row;
  }
}
