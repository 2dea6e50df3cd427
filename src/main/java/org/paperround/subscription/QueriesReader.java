package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.base.RequestFields;
import org.paperround.topic.query.QueryException;

/** Reads the lists of queries of a request. */
final class QueriesReader {

  private static final int MOST = 50;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final RequestFields fields;
  private final UnaryOperator<String> canonical;

  /**
   * @param canonical gives the canonical text of a query; throws a {@link QueryException} on what
   *     is none
   */
  QueriesReader(RequestFields fields, UnaryOperator<String> canonical) {
    this.fields = fields;
    this.canonical = canonical;
  }

  /**
   * The queries of a field as they were written; those that ask the same count once.
   *
   * @param one what one of them is called
   */
  List<String> read(String name, String one) {
    JsonNode given = fields.field(name);
    if (given == null) {
      return List.of();
    }
    if (!given.isArray()) {
      fields.wrong(name, "Send a list of " + one + "s.");
      return List.of();
    }
    if (given.size() > MOST) {
      fields.wrong(name, "At most " + MOST + " " + one + "s; these are " + given.size() + ".");
      return List.of();
    }
    Map<String, String> byCanonical = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String field = name + "[" + i + "]";
      String typed = written(field, one, given.get(i));
      if (typed != null) {
        // One line each, as the form shows them; and PostgreSQL takes no NUL. Positions stay.
        String written = CONTROL.matcher(typed).replaceAll(" ");
        try {
          byCanonical.putIfAbsent(canonical.apply(written), written.strip());
        } catch (QueryException wrong) {
          fields.wrong(field, wrong.detail(), wrong.position());
        }
      }
    }
    return new ArrayList<>(byCanonical.values());
  }

  private @Nullable String written(String field, String one, JsonNode given) {
    if (given.isTextual()) {
      return given.textValue();
    }
    if (!given.isObject()) {
      fields.wrong(
          field, "A " + one + " is a query in quotes, or an object such as {\"query\": \"...\"}.");
      return null;
    }
    boolean known = true;
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!"query".equals(name)) {
        fields.wrong(
            field + "." + name, "'" + name + "' is not a kind of " + one + " here; use query.");
        known = false;
      }
    }
    JsonNode query = given.get("query");
    if (query != null && query.isTextual()) {
      return query.textValue();
    }
    if (known) {
      fields.wrong(field + ".query", "Write the query as text.");
    }
    return null;
  }
}
