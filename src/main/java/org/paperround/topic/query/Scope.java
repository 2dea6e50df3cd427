package org.paperround.topic.query;

import java.util.List;

/** Where the words of a query are looked for. */
public enum Scope {
  /** Title and abstract: words without a field. */
  TEXT("", Field.TITLE, Field.ABSTRACT),
  TITLE("title", Field.TITLE),
  ABSTRACT("abstract", Field.ABSTRACT),
  AUTHOR("author", Field.AUTHOR),
  ORGANIZATION("org", Field.ORGANIZATION);

  private final String field;
  private final List<Field> fields;

  Scope(String field, Field... fields) {
    this.field = field;
    this.fields = List.of(fields);
  }

  /** What stands before the word in a query, colon included; empty for {@link #TEXT}. */
  public String prefix() {
    return field.isEmpty() ? "" : field + ":";
  }

  /** The parts of a paper it covers. */
  public List<Field> fields() {
    return fields;
  }

  /**
   * Whether this is running text, whose words are stemmed and whose stop words carry no meaning of
   * their own; names are neither: An and Will are authors.
   */
  public boolean isProse() {
    return this != AUTHOR && this != ORGANIZATION;
  }

  /** The scope of a field as the grammar knows it, in any letter case; without one, the text. */
  static Scope ofField(String field) {
    for (Scope scope : values()) {
      if (scope.field.equalsIgnoreCase(field)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("Words are not looked for in " + field);
  }
}
