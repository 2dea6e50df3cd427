package org.paperround.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.MatchedPaper;
import org.paperround.paper.AnnouncedPaper;

/**
 * The papers of a round: those that were announced in the window that ends at its instant. Looked
 * up once and shared by all its readers, who differ in since when they ask.
 */
final class RoundNews {

  private static final int FEWEST_DAYS = 7;
  private static final Duration TRENDING_WINDOW = Duration.ofDays(3);
  private static final Comparator<AnnouncedPaper> MOST_VOTED =
      Comparator.comparing(AnnouncedPaper::votes)
          .thenComparing(AnnouncedPaper::announcedAt)
          .reversed()
          .thenComparing(AnnouncedPaper::identifier);

  private final Instant at;
  private final Map<Long, AnnouncedPaper> eligible = new HashMap<>();

  /** By the instant papers became news, how many did then or later. */
  private final NavigableMap<Instant, Integer> news = new TreeMap<>();

  private final Instant firstSeenAt;
  private final List<AnnouncedPaper> mostVoted;
  private final Map<Long, Long> sharedTitles;
  private final int days;

  /**
   * @param papers of the window
   */
  RoundNews(Instant at, Collection<AnnouncedPaper> papers) {
    this.at = at;
    papers.forEach(paper -> eligible.put(paper.id(), paper));
    papers.forEach(paper -> news.merge(newsAt(paper), 1, Integer::sum));
    int sum = 0;
    for (Map.Entry<Instant, Integer> entry : news.descendingMap().entrySet()) {
      sum += entry.getValue();
      entry.setValue(sum);
    }
    this.firstSeenAt =
        papers.stream().map(AnnouncedPaper::firstSeenAt).min(Comparator.naturalOrder()).orElse(at);
    Instant first =
        papers.stream().map(AnnouncedPaper::announcedAt).min(Comparator.naturalOrder()).orElse(at);
    this.days = Math.max(FEWEST_DAYS, 1 + Math.toIntExact(Duration.between(first, at).toDays()));
    this.sharedTitles = ShownTitles.shared(papers);
    this.mostVoted =
        papers.stream()
            .filter(paper -> paper.votes() > 0)
            .filter(paper -> paper.announcedAt().isAfter(at.minus(TRENDING_WINDOW)))
            .sorted(MOST_VOTED)
            .toList();
  }

  /** When a paper became news: late ones are to whoever looked before they came in. */
  static Instant newsAt(AnnouncedPaper paper) {
    return paper.announcedAt().isAfter(paper.firstSeenAt())
        ? paper.announcedAt()
        : paper.firstSeenAt();
  }

  Instant at() {
    return at;
  }

  /**
   * In how many days the papers were announced, from the first to the round's own; a week at least.
   */
  int days() {
    return days;
  }

  /** The paper of that number, or null if it is none of the window's. */
  @Nullable AnnouncedPaper eligible(long paperId) {
    return eligible.get(paperId);
  }

  /**
   * The paper of a match, or null if it is none of the window's. A paper that moved to another day
   * is soon matched there; until then it is in two places, of which the one it bears counts.
   */
  @Nullable AnnouncedPaper eligible(MatchedPaper match) {
    AnnouncedPaper paper = eligible.get(match.paperId());
    return paper != null
            && LocalDate.ofInstant(paper.announcedAt(), ZoneOffset.UTC).equals(match.announcedOn())
        ? paper
        : null;
  }

  /** How many papers somebody has not seen who looked at an instant last. */
  int newSince(Instant since) {
    Map.Entry<Instant, Integer> after = news.higherEntry(since);
    return after == null ? 0 : after.getValue();
  }

  /** No edition composed before this can hold a paper of the window, whatever day it bears now. */
  Instant firstSeenAt() {
    return firstSeenAt;
  }

  /**
   * The titles somebody was shown who had these papers. A work that came under two identities is
   * known by its title while both are in the window.
   */
  ShownTitles shownWith(Set<Long> papers) {
    return new ShownTitles(sharedTitles, papers);
  }

  /** Papers with votes, most first, at most three days back. */
  List<AnnouncedPaper> mostVoted() {
    return mostVoted;
  }
}
