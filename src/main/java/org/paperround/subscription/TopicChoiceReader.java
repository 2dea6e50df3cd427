package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paperround.base.RequestFields;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;
import org.paperround.topic.query.QueryException;

/** Reads one topic of a request, be it a string or an object. */
final class TopicChoiceReader {

  private static final Set<String> KINDS =
      Stream.of(TopicKind.values()).map(TopicChoice::word).collect(Collectors.toUnmodifiableSet());
  private static final String STRENGTH = "strength";

  private final RequestFields fields;
  private final String field;
  private final String one;
  private boolean wrong;

  /**
   * @param field where in the request it stands
   * @param one what it is called there: "topic", "mute"
   */
  TopicChoiceReader(RequestFields fields, String field, String one) {
    this.fields = fields;
    this.field = field;
    this.one = one;
  }

  /** The topic, not yet looked at by {@link TopicText#key}; null after saying what is wrong. */
  @Nullable TopicChoice read(JsonNode given) {
    if (given.isTextual()) {
      return TopicChoice.ofQuery(given.textValue());
    }
    if (!given.isObject()) {
      wrong(
          field,
          ("A %s is a query in quotes, or an object: {\"query\": \"...\"}, {\"about\": \"...\"} or"
                  + " {\"like\": \"2509.22824\"}.")
              .formatted(one));
      return null;
    }
    refuseUnknown(given);
    List<TopicKind> kinds =
        Stream.of(TopicKind.values())
            .filter(kind -> given.hasNonNull(TopicChoice.word(kind)))
            .toList();
    if (kinds.size() != 1) {
      if (!wrong) {
        wrong(
            kinds.isEmpty() ? field + ".query" : field,
            "Say what is asked in one of query, about and like.");
      }
      return null;
    }
    Strength strength = strength(given.path(STRENGTH));
    String written = words(kinds.get(0), given.get(TopicChoice.word(kinds.get(0))));
    return wrong ? null : new TopicChoice(new TopicText(kinds.get(0), written), strength);
  }

  private void refuseUnknown(JsonNode given) {
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      boolean known = KINDS.contains(name) || STRENGTH.equals(name) && !"mute".equals(one);
      if (!known) {
        wrong(
            field + "." + name,
            "'%s' is not a part of a %s; use query, about or like%s."
                .formatted(name, one, "mute".equals(one) ? "" : ", and strength"));
      }
    }
  }

  private String words(TopicKind kind, JsonNode given) {
    boolean list = kind == TopicKind.LIKE && given.isArray() && isOfStrings(given);
    if (!given.isTextual() && !list) {
      wrong(
          field + "." + TopicChoice.word(kind),
          switch (kind) {
            case QUERY -> "Write the query as text.";
            case ABOUT -> "Write as text what the papers should be about.";
            case LIKE -> "Write the id of a paper as text, or a list of such.";
          });
      return "";
    }
    if (list) {
      refuseWhatNamesNoPaper(given);
    }
    return written(given);
  }

  /** Of a list, a place in what its elements make together would help nobody. */
  private void refuseWhatNamesNoPaper(JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      try {
        new TopicText(TopicKind.LIKE, list.get(i).textValue()).key();
      } catch (QueryException none) {
        fields.wrong(
            "%s.%s[%d]".formatted(field, TopicChoice.word(TopicKind.LIKE), i),
            none.detail(),
            none.position());
        wrong = true;
      }
    }
  }

  private static boolean isOfStrings(JsonNode list) {
    for (JsonNode one : list) {
      if (!one.isTextual()) {
        return false;
      }
    }
    return true;
  }

  /** Text as it is; of a list its elements. */
  static String written(JsonNode given) {
    if (given.isTextual()) {
      return given.textValue();
    }
    List<String> all = new ArrayList<>();
    given.forEach(each -> all.add(each.asText()));
    return String.join(" ", all);
  }

  private Strength strength(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return Strength.NORMAL;
    }
    Optional<Strength> strength = Strength.named(given.asText());
    if (strength.isEmpty()) {
      wrong(field + "." + STRENGTH, "Use few, normal or many.");
    }
    return strength.orElse(Strength.NORMAL);
  }

  private void wrong(String name, String detail) {
    fields.wrong(name, detail);
    wrong = true;
  }
}
