package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.base.RequestFields;
import org.paperround.topic.query.Query;
import org.paperround.topic.query.QueryException;

/** Reads {@link Choices} and their defaults from a request. */
final class ChoicesReader {

  private static final int MOST_TOPICS = 50;
  private static final int MOST_PAPERS = 50;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private final RequestFields fields;
  private final UnaryOperator<String> canonical;

  ChoicesReader(RequestFields fields) {
    this(fields, written -> Query.parse(written).canonical());
  }

  /**
   * Reads with another way to the canonical text of a query.
   *
   * @param canonical throws a {@link QueryException} on what is no query
   */
  ChoicesReader(RequestFields fields, UnaryOperator<String> canonical) {
    this.fields = fields;
    this.canonical = canonical;
  }

  Choices read() {
    JsonNode given = fields.field("topics");
    List<String> topics = given == null ? List.of() : topics(given);
    boolean asksNothing = given == null || given.isArray() && given.isEmpty();
    boolean trending = fields.flag("trending", asksNothing);
    if (asksNothing && !trending) {
      fields.wrong("topics", "Name at least one topic or set trending: else nothing can be sent.");
    }
    return new Choices(
        topics,
        fields.oneOf("frequency", Frequency.DAILY, Frequency.class),
        fields.oneOf("weekday", DayOfWeek.MONDAY, DayOfWeek.class),
        fields.text(
            "deliverAt",
            LocalTime.of(7, 0),
            "Write the hour as 07:00, from 00:00 to 23:59.",
            text -> LocalTime.parse(text, HOUR)),
        fields.text(
            "timeZone",
            ZoneId.of("UTC"),
            "This is no time zone we know; write it as Europe/Berlin or UTC.",
            ChoicesReader::zone),
        fields.number("maxPapers", 10, 1, MOST_PAPERS),
        trending,
        fields.flag("sendEmpty", false));
  }

  private static ZoneId zone(String text) {
    if (!ZONES.contains(text)) {
      throw new DateTimeException("unknown zone");
    }
    return ZoneId.of(text);
  }

  private List<String> topics(JsonNode given) {
    if (!given.isArray()) {
      fields.wrong("topics", "Send a list of topics.");
      return List.of();
    }
    if (given.size() > MOST_TOPICS) {
      fields.wrong("topics", "At most " + MOST_TOPICS + " topics; these are " + given.size() + ".");
      return List.of();
    }
    Map<String, String> byCanonical = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String field = "topics[" + i + "]";
      String typed = written(field, given.get(i));
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

  private @Nullable String written(String field, JsonNode topic) {
    if (topic.isTextual()) {
      return topic.textValue();
    }
    if (!topic.isObject()) {
      fields.wrong(
          field, "A topic is a query in quotes, or an object such as {\"query\": \"...\"}.");
      return null;
    }
    boolean known = true;
    for (Iterator<String> names = topic.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!"query".equals(name)) {
        fields.wrong(field + "." + name, "'" + name + "' is not a kind of topic here; use query.");
        known = false;
      }
    }
    JsonNode query = topic.get("query");
    if (query != null && query.isTextual()) {
      return query.textValue();
    }
    if (known) {
      fields.wrong(field + ".query", "Write the query as text.");
    }
    return null;
  }
}
