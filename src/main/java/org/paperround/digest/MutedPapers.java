package org.paperround.digest;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperround.subscription.AskedTopic;

/**
 * The papers that one reader never wants.
 *
 * @param byTopic for each topic they mute the numbers of its papers, ascending
 */
record MutedPapers(List<long[]> byTopic) {

  /** Of somebody who mutes nothing. */
  static final MutedPapers NONE = new MutedPapers(List.of());

  boolean contains(long paperId) {
    for (long[] papers : byTopic) {
      if (Arrays.binarySearch(papers, paperId) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many papers answer what the reader asks, became news after an instant, and are not wanted.
   */
  int among(List<AskedTopic> topics, Map<Long, List<RankedMatch>> matches, Instant since) {
    if (byTopic.isEmpty()) {
      return 0;
    }
    Set<Long> muted = new HashSet<>();
    for (AskedTopic topic : topics) {
      for (RankedMatch match : matches.getOrDefault(topic.topicId(), List.of())) {
        if (RoundNews.newsAt(match.paper()).isAfter(since) && contains(match.paper().id())) {
          muted.add(match.paper().id());
        }
      }
    }
    return muted.size();
  }
}
