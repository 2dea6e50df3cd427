package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperround.matching.MatchedPaper;
import org.paperround.matching.Matching;
import org.paperround.subscription.DueSubscription;
import org.paperround.subscription.LeaningTopic;

/**
 * How well the papers of one round answer the topics that readers gave feedback by, kept as long as
 * there is room, as {@link RoundMatches} does.
 */
final class RoundLeanings {

  /** Some 12 MB. */
  private static final long KEPT = 1_000_000;

  /** So many topics are looked up at once, as each match comes with its reason. */
  private static final int AT_ONCE = 1000;

  private final Matching matching;
  private final RoundNews news;
  private final Runnable catchUp;
  private final LocalDate from;
  private final LocalDate to;
  private final Cache<Long, PaperScores> byTopic =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Long topic, PaperScores scores) -> 4 + scores.size())
          .executor(Runnable::run)
          .build();

  /**
   * @param catchUp matches what has not been matched yet
   */
  RoundLeanings(Matching matching, RoundNews news, Runnable catchUp) {
    this.matching = matching;
    this.news = news;
    this.catchUp = catchUp;
    this.from = LocalDate.ofInstant(news.at().minus(EditionComposer.WINDOW), ZoneOffset.UTC);
    this.to = LocalDate.ofInstant(news.at(), ZoneOffset.UTC);
  }

  /** The scores under each topic of feedback that these readers gave; nothing where none did. */
  Map<Long, PaperScores> of(List<DueSubscription> readers) {
    Set<Long> topicIds =
        readers.stream()
            .flatMap(due -> due.leaningTopics().stream())
            .map(LeaningTopic::topicId)
            .collect(Collectors.toSet());
    return topicIds.isEmpty() ? Map.of() : byTopic.getAll(topicIds, this::find);
  }

  private Map<Long, PaperScores> find(Set<? extends Long> topicIds) {
    List<Long> asked = List.copyOf(topicIds);
    // Given while the round ran: without this it would count a day late.
    if (matching.isBehind(asked)) {
      QuarkusTransaction.suspendingExisting().run(catchUp);
    }
    Map<Long, PaperScores> found = new HashMap<>();
    for (int start = 0; start < asked.size(); start += AT_ONCE) {
      found.putAll(some(asked.subList(start, Math.min(start + AT_ONCE, asked.size()))));
    }
    return found;
  }

  private Map<Long, PaperScores> some(List<Long> topicIds) {
    Map<Long, List<MatchedPaper>> matches = new HashMap<>();
    topicIds.forEach(topicId -> matches.put(topicId, new ArrayList<>()));
    for (MatchedPaper match : matching.of(topicIds, from, to)) {
      if (news.eligible(match) != null) {
        matches.computeIfAbsent(match.topicId(), none -> new ArrayList<>()).add(match);
      }
    }
    Map<Long, PaperScores> scores = new HashMap<>();
    matches.forEach((topicId, ofTopic) -> scores.put(topicId, PaperScores.of(ofTopic)));
    return scores;
  }
}
