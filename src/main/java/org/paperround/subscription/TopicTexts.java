package org.paperround.subscription;

import java.util.LinkedHashMap;
import java.util.Map;
import org.paperround.topic.query.Query;
import org.paperround.topic.query.QueryException;

/**
 * Canonical texts of topics as readers wrote them, each read once: many readers ask the same. Holds
 * those that were asked last; not for several threads.
 */
final class TopicTexts {

  private static final int MOST = 10_000;

  /** A canonical text, or the refusal. */
  private final Map<String, Object> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The canonical text.
   *
   * @throws QueryException if it is no query
   */
  String canonical(String written) {
    Object reading = known.get(written);
    if (reading == null) {
      reading = read(written);
      if (written.length() <= Query.MAX_LENGTH) {
        known.put(written, reading);
      }
    }
    if (reading instanceof QueryException refusal) {
      throw refusal;
    }
    return (String) reading;
  }

  private static Object read(String written) {
    try {
      return Query.parse(written).canonical();
    } catch (QueryException refusal) {
      return refusal;
    }
  }
}
