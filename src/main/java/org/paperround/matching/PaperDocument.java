package org.paperround.matching;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.paperround.topic.query.Field;

/** A paper as the index takes it: nothing is stored, but where each term stands is known. */
final class PaperDocument {

  private static final FieldType WORDS = type(false);
  private static final FieldType BEGINNINGS = type(true);

  private PaperDocument() {}

  static Document of(PaperText paper) {
    Document document = new Document();
    for (Field part : Field.values()) {
      for (String value : paper.values(part)) {
        document.add(field(IndexField.of(part), value, WORDS));
        document.add(field(IndexField.ofBeginnings(part), value, BEGINNINGS));
      }
    }
    return document;
  }

  /** The text of a part in which the offsets of its terms lie. */
  static String text(PaperText paper, Field part) {
    return String.join("\n", paper.values(part));
  }

  private static org.apache.lucene.document.Field field(String name, String value, FieldType type) {
    return new org.apache.lucene.document.Field(name, value, type);
  }

  private static FieldType type(boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
