package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperround.matching.Matching;
import org.paperround.subscription.DueSubscription;

/**
 * What answers a muted topic in one round, found once for all readers who share the topic and kept
 * as long as there is room, as {@link RoundMatches} does.
 */
final class RoundMutes {

  /** Some 16 MB. */
  private static final long KEPT = 2_000_000;

  private final Matching matching;
  private final RoundNews news;
  private final Runnable catchUp;
  private final LocalDate from;
  private final LocalDate to;
  private final Cache<Long, long[]> byTopic =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Long topic, long[] papers) -> 1 + papers.length)
          .executor(Runnable::run)
          .build();

  /**
   * @param catchUp matches what has not been matched yet
   */
  RoundMutes(Matching matching, RoundNews news, Runnable catchUp) {
    this.matching = matching;
    this.news = news;
    this.catchUp = catchUp;
    this.from = LocalDate.ofInstant(news.at().minus(EditionComposer.WINDOW), ZoneOffset.UTC);
    this.to = LocalDate.ofInstant(news.at(), ZoneOffset.UTC);
  }

  /** What those of these readers never want who mute anything, by their subscription's number. */
  Map<Long, MutedPapers> of(List<DueSubscription> readers) {
    List<DueSubscription> muting =
        readers.stream().filter(due -> !due.mutedTopicIds().isEmpty()).toList();
    if (muting.isEmpty()) {
      return Map.of();
    }
    Set<Long> topicIds =
        muting.stream().flatMap(due -> due.mutedTopicIds().stream()).collect(Collectors.toSet());
    Map<Long, long[]> papers = byTopic.getAll(topicIds, this::find);
    Map<Long, MutedPapers> muted = new HashMap<>();
    for (DueSubscription due : muting) {
      muted.put(due.id(), new MutedPapers(due.mutedTopicIds().stream().map(papers::get).toList()));
    }
    return muted;
  }

  private Map<Long, long[]> find(Set<? extends Long> topicIds) {
    Set<Long> asked = Set.copyOf(topicIds);
    // Muted while the round ran: without this its papers would come once more.
    if (matching.isBehind(asked)) {
      QuarkusTransaction.suspendingExisting().run(catchUp);
    }
    Map<Long, long[]> found = new HashMap<>();
    Map<Long, long[]> muted = matching.muted(asked, from, to);
    for (Long topicId : asked) {
      found.put(topicId, eligible(muted.getOrDefault(topicId, new long[0])));
    }
    return found;
  }

  private long[] eligible(long[] papers) {
    return Arrays.stream(papers).filter(paper -> news.eligible(paper) != null).toArray();
  }
}
