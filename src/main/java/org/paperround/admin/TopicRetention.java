package org.paperround.admin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.paperround.matching.Matching;
import org.paperround.subscription.UnreadTopics;
import org.paperround.topic.Topics;

/** Forgets topics that nobody has any more: some hold the words of a reader who left. */
@ApplicationScoped
class TopicRetention {

  /** Each may have found something on every day that is kept. */
  private static final int AT_ONCE = 100;

  private final UnreadTopics unread;
  private final Matching matching;
  private final Topics topics;

  TopicRetention(UnreadTopics unread, Matching matching, Topics topics) {
    this.unread = unread;
    this.matching = matching;
    this.topics = topics;
  }

  /**
   * Forgets all there are, some in each transaction.
   *
   * @param before since when no confirmed reader may have had them
   * @return how many went
   */
  int retire(Instant before) {
    int all = 0;
    long last = 0;
    List<Long> some = forget(before, last);
    while (!some.isEmpty()) {
      all += some.size();
      last = some.get(some.size() - 1);
      some = forget(before, last);
    }
    return all;
  }

  private List<Long> forget(Instant before, long after) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Long> ids = unread.since(before, after, AT_ONCE);
              if (!ids.isEmpty()) {
                matching.forget(ids);
                topics.forget(ids);
              }
              return ids;
            });
  }
}
