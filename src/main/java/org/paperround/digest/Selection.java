package org.paperround.digest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.MatchedPaper;
import org.paperround.matching.Reason;
import org.paperround.paper.Paper;
import org.paperround.subscription.AskedTopic;

/**
 * Chooses and orders the papers of one edition. Every topic gets its turn: the best paper of each
 * is taken before the second best of any, until there is no more room; then they stand by topic.
 */
final class Selection {

  private static final int TRENDING_BESIDE_MATCHES = 3;

  private final List<AskedTopic> topics;
  private final int maxPapers;

  /**
   * @param topics the reader's, in their order
   * @param maxPapers how many matched papers fit
   */
  Selection(List<AskedTopic> topics, int maxPapers) {
    this.topics = topics;
    this.maxPapers = maxPapers;
  }

  /**
   * The matched papers: those that fit, by topic, then those that do not.
   *
   * @param papers the eligible papers by id; matches of others are passed over
   */
  List<EditionItem> matched(Collection<MatchedPaper> matches, Map<Long, Paper> papers) {
    List<Group> groups = groups(matches, papers);
    int room = maxPapers;
    while (room > 0 && groups.stream().anyMatch(Group::isWaiting)) {
      for (Group group : groups) {
        if (room > 0 && group.isWaiting()) {
          group.taken().add(group.waiting().remove());
          room--;
        }
      }
    }
    List<EditionItem> items = new ArrayList<>();
    groups.forEach(group -> group.taken().forEach(c -> items.add(item(c, Section.MATCH))));
    groups.forEach(group -> group.waiting().forEach(c -> items.add(item(c, Section.MORE))));
    return items;
  }

  /** The papers that stand under one topic: those that got a place and those that wait for one. */
  private record Group(long topicId, List<Candidate> taken, Deque<Candidate> waiting) {
    boolean isWaiting() {
      return !waiting.isEmpty();
    }
  }

  /**
   * The trending papers.
   *
   * @param mostVoted the most voted first
   * @param known ids of papers the reader had before, or has in this edition
   */
  List<EditionItem> trending(List<Paper> mostVoted, Set<Long> known) {
    return mostVoted.stream()
        .filter(paper -> paper.votes() > 0 && !known.contains(paper.id()))
        .limit(topics.isEmpty() ? maxPapers : TRENDING_BESIDE_MATCHES)
        .map(paper -> item(paper, Section.TRENDING, List.of(), null))
        .toList();
  }

  private List<Group> groups(Collection<MatchedPaper> matches, Map<Long, Paper> papers) {
    List<Candidate> candidates = candidates(matches, papers);
    return topics.stream()
        .map(
            topic ->
                new Group(
                    topic.topicId(),
                    new ArrayList<>(),
                    candidates.stream()
                        .filter(candidate -> candidate.best().topicId() == topic.topicId())
                        .collect(Collectors.toCollection(ArrayDeque::new))))
        .toList();
  }

  private List<Candidate> candidates(Collection<MatchedPaper> matches, Map<Long, Paper> papers) {
    List<Long> order = topics.stream().map(AskedTopic::topicId).toList();
    Comparator<MatchedPaper> best =
        Comparator.comparing(MatchedPaper::score)
            .reversed()
            .thenComparing(match -> order.indexOf(match.topicId()));
    Map<Long, List<MatchedPaper>> byPaper =
        matches.stream().collect(Collectors.groupingBy(MatchedPaper::paperId));
    return papers.values().stream()
        .filter(paper -> byPaper.containsKey(paper.id()))
        .map(
            paper ->
                new Candidate(
                    paper,
                    byPaper.getOrDefault(paper.id(), List.of()).stream().sorted(best).toList()))
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  private EditionItem item(Candidate candidate, Section section) {
    Map<Long, String> written = new LinkedHashMap<>();
    topics.forEach(topic -> written.put(topic.topicId(), topic.written()));
    List<String> labels =
        candidate.matches().stream().map(match -> written.get(match.topicId())).toList();
    return item(candidate.paper(), section, labels, candidate.best().reason());
  }

  private static EditionItem item(
      Paper paper, Section section, List<String> topics, @Nullable Reason reason) {
    return new EditionItem(
        paper.id(), paper.revision(), section, topics, reason, paper.votes(), paper.comments());
  }

  /** The ids of the papers in these items. */
  static Set<Long> ids(Collection<EditionItem> items) {
    return items.stream().map(EditionItem::paperId).collect(Collectors.toCollection(HashSet::new));
  }
}
