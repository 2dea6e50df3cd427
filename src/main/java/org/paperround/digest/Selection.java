package org.paperround.digest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.Reason;
import org.paperround.paper.AnnouncedPaper;
import org.paperround.subscription.AskedTopic;

/**
 * Chooses and orders the papers of one edition. Every topic gets its turn: the best paper of each
 * is taken before the second best of any, until there is no more room; then they stand by topic.
 */
final class Selection {

  private static final int TRENDING_BESIDE_MATCHES = 3;

  private final List<AskedTopic> topics;
  private final int maxPapers;
  private final ShownTitles titles;

  /**
   * @param topics the reader's, in their order
   * @param maxPapers how many matched papers fit
   * @param titles what is chosen is noted there; a paper whose title was shown is passed over
   */
  Selection(List<AskedTopic> topics, int maxPapers, ShownTitles titles) {
    this.topics = topics;
    this.maxPapers = maxPapers;
    this.titles = titles;
  }

  /**
   * The matched papers: those that fit, by topic, then those that do not.
   *
   * @param matches by topic, best first
   * @param leftOut ids of papers the reader had before, or never wants
   */
  List<EditionItem> matched(Map<Long, List<RankedMatch>> matches, LongPredicate leftOut) {
    List<Group> groups = groups(matches, leftOut);
    if (groups.stream().mapToInt(group -> group.waiting().size()).sum() > maxPapers) {
      groups.forEach(this::putApart);
    }
    int room = maxPapers;
    boolean waiting = true;
    while (room > 0 && waiting) {
      waiting = false;
      for (Group group : groups) {
        Candidate next = room > 0 ? next(group) : null;
        if (next != null) {
          group.taken().add(next);
          room--;
          waiting = true;
        }
      }
    }
    List<EditionItem> items = new ArrayList<>();
    groups.forEach(group -> group.taken().forEach(c -> items.add(item(c, Section.MATCH))));
    for (Group group : groups) {
      for (Candidate next = next(group); next != null; next = next(group)) {
        items.add(item(next, Section.MORE));
      }
    }
    return items;
  }

  /** The best that waits, those aside whose title the reader has been shown. */
  private @Nullable Candidate next(Group group) {
    Candidate next = group.waiting().poll();
    while (next != null && !titles.show(next.best().paper().id())) {
      next = group.waiting().poll();
    }
    return next;
  }

  /**
   * Where not all have room, a paper whose title says nearly what a better one's says waits until
   * others had theirs.
   */
  private void putApart(Group group) {
    List<Candidate> apart = new ArrayList<>();
    List<Candidate> alike = new ArrayList<>();
    for (Candidate candidate : group.waiting()) {
      AnnouncedPaper paper = candidate.best().paper();
      boolean another =
          apart.size() >= maxPapers
              || apart.stream().noneMatch(better -> paper.isTitledLike(better.best().paper()));
      (another ? apart : alike).add(candidate);
    }
    if (!alike.isEmpty()) {
      group.waiting().clear();
      group.waiting().addAll(apart);
      group.waiting().addAll(alike);
    }
  }

  /** The papers that stand under one topic: those that got a place and those that wait for one. */
  private record Group(List<Candidate> taken, Deque<Candidate> waiting) {}

  /** A paper under its best topic, and the labels of all topics it answers, best first. */
  private record Candidate(RankedMatch best, List<String> labels) {}

  /** That a paper answers the topic at a place of the reader's list. */
  private record Hit(int place, float score) {
    static final Comparator<Hit> BEST_FIRST = Comparator.comparing(Hit::score).reversed();
  }

  private List<Group> groups(Map<Long, List<RankedMatch>> matches, LongPredicate leftOut) {
    Map<Long, List<Hit>> hits = hits(matches, leftOut);
    List<Group> groups = new ArrayList<>(topics.size());
    for (int place = 0; place < topics.size(); place++) {
      List<String> alone = List.of(topics.get(place).choice().label());
      Deque<Candidate> waiting = new ArrayDeque<>();
      for (RankedMatch match : of(topics.get(place), matches)) {
        List<Hit> all = hits.get(match.paper().id());
        if (all != null && all.get(0).place() == place) {
          waiting.add(new Candidate(match, all.size() == 1 ? alone : labels(all)));
        }
      }
      groups.add(new Group(new ArrayList<>(), waiting));
    }
    return groups;
  }

  /** For each paper the topics it answers, the best first; of equal ones the first the reader's. */
  private Map<Long, List<Hit>> hits(Map<Long, List<RankedMatch>> matches, LongPredicate leftOut) {
    Map<Long, List<Hit>> hits = new HashMap<>();
    for (int place = 0; place < topics.size(); place++) {
      for (RankedMatch match : of(topics.get(place), matches)) {
        Long paper = match.paper().id();
        if (!leftOut.test(paper)) {
          hits.computeIfAbsent(paper, p -> new ArrayList<>(2)).add(new Hit(place, match.score()));
        }
      }
    }
    for (List<Hit> all : hits.values()) {
      if (all.size() > 1) {
        all.sort(Hit.BEST_FIRST);
      }
    }
    return hits;
  }

  private static List<RankedMatch> of(AskedTopic topic, Map<Long, List<RankedMatch>> matches) {
    return matches.getOrDefault(topic.topicId(), List.of());
  }

  private List<String> labels(List<Hit> hits) {
    List<String> labels = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      labels.add(topics.get(hit.place()).choice().label());
    }
    return labels;
  }

  /**
   * The trending papers.
   *
   * @param mostVoted the most voted first
   * @param since only papers announced after this
   * @param leftOut ids of papers the reader had before, has in this edition, or never wants
   */
  List<EditionItem> trending(List<AnnouncedPaper> mostVoted, Instant since, LongPredicate leftOut) {
    int most = topics.isEmpty() ? maxPapers : TRENDING_BESIDE_MATCHES;
    List<EditionItem> items = new ArrayList<>();
    for (AnnouncedPaper paper : mostVoted) {
      if (items.size() == most) {
        break;
      }
      if (paper.announcedAt().isAfter(since)
          && !leftOut.test(paper.id())
          && titles.show(paper.id())) {
        items.add(item(paper, Section.TRENDING, List.of(), null));
      }
    }
    return items;
  }

  private static EditionItem item(Candidate candidate, Section section) {
    RankedMatch best = candidate.best();
    return item(best.paper(), section, candidate.labels(), best.reason());
  }

  private static EditionItem item(
      AnnouncedPaper paper, Section section, List<String> topics, @Nullable Reason reason) {
    return new EditionItem(
        paper.id(), paper.revision(), section, topics, reason, paper.votes(), paper.comments());
  }

  /** The ids of the papers in these items. */
  static Set<Long> ids(Collection<EditionItem> items) {
    return items.stream().map(EditionItem::paperId).collect(Collectors.toCollection(HashSet::new));
  }
}
