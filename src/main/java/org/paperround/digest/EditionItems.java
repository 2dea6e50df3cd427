package org.paperround.digest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * Writes an edition's papers into one column: JSON in which every topic and every reason stands
 * once.
 *
 * <pre>
 * {"t": ["otters", "title:dusk"],
 *  "r": [[["TITLE", "Otters"], ["ABSTRACT", "otter", "otters"]]],
 *  "i": [[paper, revision, section, votes, comments, reason, topic, topic...]...],
 *  "n": 1, "q": [[["ABSTRACT", "dusk"]]], "m": [[...]]}
 * </pre>
 *
 * <p>A section is 0 for {@link Section#MATCH}, 1 for {@link Section#MORE} and 2 for {@link
 * Section#TRENDING}. Those of {@code MORE} stand behind the others: n says how many they are, m
 * lists them, and q has the reasons that are theirs alone, so that who makes the mail need not read
 * on. Reasons and topics are places in their lists, q continuing r; -1 where there is no reason.
 * Older editions have all items in i, or are a list of items in full; both are read as well.
 */
@Converter
class EditionItems implements AttributeConverter<List<EditionItem>, String> {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<EditionItem>> IN_FULL = new TypeReference<>() {};
  static final Section[] SECTIONS = {Section.MATCH, Section.MORE, Section.TRENDING};
  static final int NO_REASON = -1;

  /** What {@link #read} reads. */
  static String write(List<EditionItem> items) {
    StringWriter column = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(column)) {
      new EditionItemsWriter(json).write(items);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return column.toString();
  }

  /**
   * The items of an edition, in their order, those of {@link Section#MORE} last.
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
