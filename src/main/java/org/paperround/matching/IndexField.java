package org.paperround.matching;

import org.paperround.topic.query.Field;

/**
 * How the parts of a paper are called in the index. Each is there twice: by its words, and by the
 * beginnings of its words (of categories: by their archives), where terms count as there or not.
 */
final class IndexField {

  private static final String BEGINNINGS = "*";

  private IndexField() {}

  static String of(Field part) {
    return part.name();
  }

  static String ofBeginnings(Field part) {
    return part.name() + BEGINNINGS;
  }

  static boolean isOfBeginnings(String indexField) {
    return indexField.endsWith(BEGINNINGS);
  }

  static Field part(String indexField) {
    return Field.valueOf(indexField.replace(BEGINNINGS, ""));
  }
}
