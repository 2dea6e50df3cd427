package org.paperround.subscription;

import java.util.LinkedHashMap;
import java.util.Map;
import org.paperround.topic.TopicKey;
import org.paperround.topic.TopicText;
import org.paperround.topic.query.Query;
import org.paperround.topic.query.QueryException;

/**
 * Keys of topics as readers wrote them, each read once: many readers ask the same. Holds those that
 * were asked last; not for several threads.
 */
final class TopicKeys {

  private static final int MOST = 10_000;

  /** A key, or the refusal. */
  private final Map<TopicText, Object> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TopicText, Object> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The key.
   *
   * @throws QueryException if the topic cannot be read
   */
  TopicKey of(TopicText text) {
    Object reading = known.get(text);
    if (reading == null) {
      reading = read(text);
      if (text.written().length() <= Query.MAX_LENGTH) {
        known.put(text, reading);
      }
    }
    if (reading instanceof QueryException refusal) {
      throw refusal;
    }
    return (TopicKey) reading;
  }

  private static Object read(TopicText text) {
    try {
      return text.key();
    } catch (QueryException refusal) {
      return refusal;
    }
  }
}
