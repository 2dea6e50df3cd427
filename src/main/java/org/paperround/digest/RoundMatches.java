package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperround.matching.MatchedPaper;
import org.paperround.matching.Matching;
import org.paperround.matching.Strengths;
import org.paperround.paper.AnnouncedPaper;
import org.paperround.subscription.AskedTopic;

/**
 * What answers a topic in one round, found once for all readers who share the topic and kept as
 * long as there is room: however many readers there are, it takes the same memory.
 */
final class RoundMatches {

  /** Some 50 MB. */
  private static final long KEPT = 300_000;

  private final Matching matching;
  private final RoundNews news;
  private final LocalDate from;
  private final LocalDate to;
  private final Cache<Long, List<RankedMatch>> byTopic =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Long topic, List<RankedMatch> matches) -> 1 + matches.size())
          .executor(Runnable::run)
          .build();

  private final Cache<AskedTopic, List<RankedMatch>> wanted =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((AskedTopic topic, List<RankedMatch> matches) -> 1 + matches.size())
          .executor(Runnable::run)
          .build();

  RoundMatches(Matching matching, RoundNews news) {
    this.matching = matching;
    this.news = news;
    this.from = LocalDate.ofInstant(news.at().minus(EditionComposer.WINDOW), ZoneOffset.UTC);
    this.to = LocalDate.ofInstant(news.at(), ZoneOffset.UTC);
  }

  /** The eligible papers of each of these topics, best first; what is missing is asked for once. */
  Map<Long, List<RankedMatch>> of(Set<Long> topicIds) {
    return byTopic.getAll(topicIds, this::find);
  }

  /**
   * As much of the matches of a reader's topics as the reader wants of each.
   *
   * @param matches of these topics and maybe others
   */
  Map<Long, List<RankedMatch>> wanted(
      List<AskedTopic> topics, Map<Long, List<RankedMatch>> matches) {
    Map<Long, List<RankedMatch>> less = new HashMap<>();
    for (AskedTopic topic : topics) {
      if (!Strengths.isAll(topic.kind(), topic.strength())) {
        less.put(topic.topicId(), wanted(topic, matches.getOrDefault(topic.topicId(), List.of())));
      }
    }
    if (less.isEmpty()) {
      return matches;
    }
    for (AskedTopic topic : topics) {
      less.putIfAbsent(topic.topicId(), matches.getOrDefault(topic.topicId(), List.of()));
    }
    return less;
  }

  private List<RankedMatch> wanted(AskedTopic topic, List<RankedMatch> matches) {
    return wanted.get(
        topic,
        missing -> {
          List<Float> scores = matches.stream().map(RankedMatch::score).toList();
          float least = Strengths.least(topic.kind(), topic.strength(), scores, news.days());
          return matches.stream().filter(match -> match.score() >= least).toList();
        });
  }

  private Map<Long, List<RankedMatch>> find(Set<? extends Long> topicIds) {
    Map<Long, List<RankedMatch>> found = new HashMap<>();
    topicIds.forEach(topicId -> found.put(topicId, new ArrayList<>()));
    for (MatchedPaper match : matching.of(Set.copyOf(topicIds), from, to)) {
      AnnouncedPaper paper = news.eligible(match);
      List<RankedMatch> ofTopic = found.get(match.topicId());
      if (ofTopic != null && paper != null) {
        ofTopic.add(new RankedMatch(paper, match.score(), match.reason()));
      }
    }
    found.replaceAll(
        (topicId, matches) -> matches.stream().sorted(RankedMatch.BEST_FIRST).toList());
    return found;
  }
}
