package org.paperround.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperround.subscription.AskedTopic;
import org.paperround.subscription.LeaningTopic;
import org.paperround.subscription.Want;

/**
 * How one reader's feedback moves papers up and down.
 *
 * @param sums by paper, how well it answers topics of which they want more, less how well it
 *     answers those of which they want less
 */
record Leaning(Map<Long, Float> sums) {

  /** Of somebody who gave no feedback. */
  static final Leaning NONE = new Leaning(Map.of());

  /**
   * The leaning of a reader.
   *
   * @param scores by topic
   */
  static Leaning of(List<LeaningTopic> topics, Map<Long, PaperScores> scores) {
    if (topics.isEmpty()) {
      return NONE;
    }
    Map<Long, Float> sums = new HashMap<>();
    for (LeaningTopic topic : topics) {
      PaperScores found = scores.get(topic.topicId());
      for (int i = 0; found != null && i < found.size(); i++) {
        float score = found.scores()[i];
        sums.merge(found.papers()[i], topic.want() == Want.MORE ? score : -score, Float::sum);
      }
    }
    return new Leaning(sums);
  }

  /** What a paper's scores are multiplied with: from a half to twice. */
  private float factor(long paperId) {
    float sum = sums.getOrDefault(paperId, 0f);
    return (float) Math.pow(2, Math.max(-1, Math.min(sum, 1)));
  }

  /** The matches of a reader's topics, in the order they want. */
  Map<Long, List<RankedMatch>> rank(List<AskedTopic> topics, Map<Long, List<RankedMatch>> matches) {
    if (sums.isEmpty()) {
      return matches;
    }
    Map<Long, List<RankedMatch>> ranked = new HashMap<>();
    for (AskedTopic topic : topics) {
      ranked.put(
          topic.topicId(),
          matches.getOrDefault(topic.topicId(), List.of()).stream()
              .map(match -> match.times(factor(match.paper().id())))
              .sorted(RankedMatch.BEST_FIRST)
              .toList());
    }
    return ranked;
  }
}
