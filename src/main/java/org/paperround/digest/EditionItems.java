package org.paperround.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.Reason;

/**
 * Writes an edition's papers into one column: JSON in which every topic and every reason stands
 * once.
 *
 * <pre>
 * {"t": ["otters", "title:dusk"],
 *  "r": [[["TITLE", "Otters"], ["ABSTRACT", "otter", "otters"]]],
 *  "i": [[paper, revision, section, votes, comments, reason, topic, topic...]...]}
 * </pre>
 *
 * <p>Items are in the order of the edition; a section is 0 for {@link Section#MATCH}, 1 for {@link
 * Section#MORE} and 2 for {@link Section#TRENDING}; reasons and topics are places in their lists,
 * -1 where there is no reason. The column of older editions is a list of items in full, which is
 * read as well.
 */
@Converter
class EditionItems implements AttributeConverter<List<EditionItem>, String> {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<EditionItem>> IN_FULL = new TypeReference<>() {};
  static final Section[] SECTIONS = {Section.MATCH, Section.MORE, Section.TRENDING};
  static final int NO_REASON = -1;
  private static final int FIRST_TOPIC = 6;

  @SuppressWarnings("ArrayRecordComponent")
  private record Columns(List<String> t, List<List<List<String>>> r, long[][] i) {}

  /** What {@link #read} reads. */
  static String write(List<EditionItem> items) {
    Map<String, Integer> topics = new LinkedHashMap<>();
    // By identity: reasons are shared, and to compare them costs more than to write one twice.
    Map<Reason, Integer> places = new IdentityHashMap<>();
    List<List<List<String>>> reasons = new ArrayList<>();
    long[][] rows = new long[items.size()][];
    for (int i = 0; i < rows.length; i++) {
      EditionItem item = items.get(i);
      long[] row = new long[FIRST_TOPIC + item.topics().size()];
      row[0] = item.paperId();
      row[1] = item.revision();
      row[2] = Arrays.asList(SECTIONS).indexOf(item.section());
      row[3] = item.votes();
      row[4] = item.comments();
      row[5] = reason(item.reason(), places, reasons);
      for (int t = FIRST_TOPIC; t < row.length; t++) {
        String topic = item.topics().get(t - FIRST_TOPIC);
        row[t] = topics.computeIfAbsent(topic, label -> topics.size());
      }
      rows[i] = row;
    }
    try {
      return JSON.writeValueAsString(new Columns(List.copyOf(topics.keySet()), reasons, rows));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int reason(
      @Nullable Reason reason, Map<Reason, Integer> places, List<List<List<String>>> reasons) {
    if (reason == null) {
      return NO_REASON;
    }
    Integer known = places.get(reason);
    if (known != null) {
      return known;
    }
    places.put(reason, reasons.size());
    reasons.add(reason.terse());
    return reasons.size() - 1;
  }

  /**
   * The items of an edition, in their order.
   *
   * @param column what is stored in {@code edition.items}, in either form
   */
  static List<EditionItem> read(String column) {
    try {
      return isInFull(column)
          ? JSON.readValue(column, IN_FULL)
          : new EditionItemsParser(column, true).read().items();
    } catch (IOException damaged) {
      throw new IllegalStateException("A stored edition does not read", damaged);
    }
  }

  /** The items that stand in the mail, and how many there are besides. */
  record Shown(List<EditionItem> items, int more) {
    static Shown of(List<EditionItem> all) {
      List<EditionItem> shown =
          all.stream().filter(item -> item.section() != Section.MORE).toList();
      return new Shown(shown, all.size() - shown.size());
    }
  }

  /** As {@link #read}, but those of {@link Section#MORE}, most of all, are only counted. */
  static Shown readShown(String column) {
    if (isInFull(column)) {
      return Shown.of(read(column));
    }
    try {
      return new EditionItemsParser(column, false).read();
    } catch (IOException damaged) {
      throw new IllegalStateException("A stored edition does not read", damaged);
    }
  }

  private static boolean isInFull(String column) {
    return column.startsWith("[");
  }

  @Override
  public String convertToDatabaseColumn(List<EditionItem> items) {
    return write(items);
  }

  @Override
  public List<EditionItem> convertToEntityAttribute(String column) {
    return read(column);
  }
}
