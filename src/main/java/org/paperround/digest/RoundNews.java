package org.paperround.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;

/**
 * What was announced up to the instant of a round, looked up once and shared by all its readers:
 * they differ in since when they ask, and few instants are asked for often.
 */
final class RoundNews {

  private static final Duration LONGEST = Duration.ofDays(3);
  private static final int MOST_VOTED = 500;
  private static final int REMEMBERED = 10_000;

  private final Papers papers;
  private final Instant at;
  private final List<Paper> mostVoted;
  private final Map<Instant, Integer> announced = new HashMap<>();

  RoundNews(Papers papers, Instant at) {
    this.papers = papers;
    this.at = at;
    this.mostVoted = papers.mostVoted(at.minus(LONGEST), at, MOST_VOTED);
  }

  Instant at() {
    return at;
  }

  /** How many papers somebody has not seen who looked at an instant last. */
  int newSince(Instant since) {
    if (announced.size() > REMEMBERED) {
      announced.clear();
    }
    return announced.computeIfAbsent(
        since, s -> Math.toIntExact(papers.countNews(at.minus(EditionComposer.WINDOW), at, s)));
  }

  /** The papers with most votes that were announced after an instant, at most three days back. */
  List<Paper> mostVotedSince(Instant since) {
    return mostVoted.stream().filter(paper -> paper.announcedAt().isAfter(since)).toList();
  }
}
