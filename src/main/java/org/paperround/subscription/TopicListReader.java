package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.paperround.base.RequestFields;
import org.paperround.topic.TopicKey;
import org.paperround.topic.TopicText;
import org.paperround.topic.query.QueryException;

/** Reads the lists of topics of a request. */
final class TopicListReader {

  private static final int MOST = 50;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private final RequestFields fields;
  private final Function<TopicText, TopicKey> key;

  /**
   * @param key gives the key of a topic; throws a {@link QueryException} on what cannot be read
   */
  TopicListReader(RequestFields fields, Function<TopicText, TopicKey> key) {
    this.fields = fields;
    this.key = key;
  }

  /**
   * The topics of a field as they were written; those that ask the same count once.
   *
   * @param one what one of them is called
   */
  List<TopicChoice> read(String name, String one) {
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
    Map<TopicKey, TopicChoice> byKey = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String field = name + "[" + i + "]";
      TopicChoice typed = new TopicChoiceReader(fields, field, one).read(given.get(i));
      if (typed != null) {
        // One line each, as the form shows them; and PostgreSQL takes no NUL and no half of a
        // character. Positions stay.
        String written = CONTROL.matcher(typed.text().written()).replaceAll(" ");
        try {
          TopicKey asked = key.apply(new TopicText(typed.text().kind(), written));
          TopicText kept = new TopicText(typed.text().kind(), written.strip());
          byKey.putIfAbsent(asked, new TopicChoice(kept, typed.strength()));
        } catch (QueryException wrong) {
          fields.wrong(field, wrong.detail(), wrong.position());
        }
      }
    }
    return new ArrayList<>(byKey.values());
  }
}
