package org.paperround.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.paperround.matching.Matching;
import org.paperround.subscription.UnreadTopics;
import org.paperround.topic.Topics;

/** Forgets topics that nobody has any more: some hold the words of a reader who left. */
@ApplicationScoped
class TopicRetention {

  private final UnreadTopics unread;
  private final Matching matching;
  private final Topics topics;

  TopicRetention(UnreadTopics unread, Matching matching, Topics topics) {
    this.unread = unread;
    this.matching = matching;
    this.topics = topics;
  }

  /**
   * Forgets some.
   *
   * @param before when their last reader must have left
   * @param most how many at most
   * @return how many went; 0 when there is none left
   */
  @Transactional
  int retire(Instant before, int most) {
    List<Long> ids = unread.since(before, most);
    if (!ids.isEmpty()) {
      matching.forget(ids);
      topics.forget(ids);
    }
    return ids.size();
  }
}
