package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.matching.Reason;
import org.paperround.paper.AnnouncedPaper;
import org.paperround.subscription.AskedTopic;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;

class SelectionTest {

  private static final Instant DAY = Instant.parse("2026-05-04T00:00:00Z");
  private static final List<AskedTopic> TOPICS =
      List.of(asked(1, "a"), asked(2, "b"), asked(3, "c"));

  private static final ShownTitles NONE_SHOWN = new ShownTitles(Map.of(), Set.of());

  private static AskedTopic asked(long id, String query) {
    return new AskedTopic(id, TopicKind.QUERY, query, Strength.NORMAL);
  }

  /** A match is "topic paper score"; a place is "section paper topics". */
  static Stream<Arguments> choices() {
    return Stream.of(
        Arguments.of("nothing matched", 10, List.of(), List.of()),
        Arguments.of(
            "a paper stands once, under its best topic, and the others are named, best first",
            10,
            List.of("1 7 1.0", "2 7 3.0", "3 7 2.0"),
            List.of("MATCH 7 [b, c, a]")),
        Arguments.of(
            "of equal scores the topic the reader wrote first is the best",
            10,
            List.of("3 7 2.0", "2 7 2.0"),
            List.of("MATCH 7 [b, c]")),
        Arguments.of(
            "groups stand in the reader's order, whatever their scores",
            10,
            List.of("3 7 9.0", "1 8 1.0"),
            List.of("MATCH 8 [a]", "MATCH 7 [c]")),
        Arguments.of(
            "inside a group the best score comes first",
            10,
            List.of("1 7 1.0", "1 8 3.0", "1 9 2.0"),
            List.of("MATCH 8 [a]", "MATCH 9 [a]", "MATCH 7 [a]")),
        Arguments.of(
            "every topic gets its turn before any gets its second",
            4,
            List.of("1 7 9.0", "1 8 8.0", "1 9 7.0", "2 10 1.0", "3 11 1.0"),
            List.of("MATCH 7 [a]", "MATCH 8 [a]", "MATCH 10 [b]", "MATCH 11 [c]", "MORE 9 [a]")),
        Arguments.of(
            "what does not fit is listed, by topic",
            1,
            List.of("2 10 1.0", "1 7 1.0", "1 8 2.0"),
            List.of("MATCH 8 [a]", "MORE 7 [a]", "MORE 10 [b]")),
        Arguments.of(
            "a paper the reader knows is passed over",
            10,
            List.of("1 12 9.0", "1 7 1.0"),
            List.of("MATCH 7 [a]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("choices")
  void matchedPapers(String name, int maxPapers, List<String> matches, List<String> places) {
    Map<Long, AnnouncedPaper> eligible = new HashMap<>();
    for (long id = 7; id <= 12; id++) {
      eligible.put(id, paper(id, DAY, 0));
    }

    var items =
        new Selection(TOPICS, maxPapers, NONE_SHOWN)
            .matched(parse(matches, eligible), id -> id == 12);

    assertThat(items.stream().map(SelectionTest::place)).containsExactlyElementsOf(places);
  }

  @Test
  void equalScoresAreOrderedByVotesThenByNewsThenByIdentity() {
    Map<Long, AnnouncedPaper> eligible =
        Map.of(
            7L, paper(7, DAY, 1),
            8L, paper(8, DAY, 5),
            9L, paper(9, DAY.plusSeconds(1), 1),
            10L, paper(10, DAY, 1));

    var items =
        new Selection(TOPICS, 10, NONE_SHOWN)
            .matched(
                parse(List.of("1 10 1.0", "1 7 1.0", "1 8 1.0", "1 9 1.0"), eligible), id -> false);

    assertThat(items.stream().map(EditionItem::paperId)).containsExactly(8L, 9L, 7L, 10L);
  }

  @Test
  void aTitleThatSaysNearlyTheSameWaitsWhereNotAllHaveRoom() {
    Map<Long, AnnouncedPaper> papers = new HashMap<>();
    List.of(
            titled(1, "A benchmark of language models for chemistry reasoning"),
            titled(2, "Benchmark of large language models for chemistry reasoning"),
            titled(3, "Otters and the winter fish"),
            titled(4, "Satellites of dwarf galaxies"))
        .forEach(paper -> papers.put(paper.id(), paper));
    var matches = parse(List.of("1 1 0.9", "1 2 0.8", "1 3 0.7", "1 4 0.6"), papers);

    assertThat(sections(3, matches)).containsExactly("MATCH 1", "MATCH 3", "MATCH 4", "MORE 2");
    assertThat(sections(4, matches)).containsExactly("MATCH 1", "MATCH 2", "MATCH 3", "MATCH 4");
  }

  private static List<String> sections(int maxPapers, Map<Long, List<RankedMatch>> matches) {
    return new Selection(TOPICS, maxPapers, NONE_SHOWN)
        .matched(matches, id -> false).stream()
            .map(item -> item.section() + " " + item.paperId())
            .toList();
  }

  private static AnnouncedPaper titled(long id, String title) {
    return new AnnouncedPaper(id, "2605.%05d".formatted(id), 1, DAY, DAY, 0, 0, title);
  }

  @Test
  void threeTrendBesideTopicsNoneOfThemKnown() {
    assertThat(trending(TOPICS, 1, Set.of(8L), Instant.MIN)).containsExactly(7L, 9L, 10L);
  }

  @Test
  void withoutTopicsAsManyTrendAsTheReaderWants() {
    assertThat(trending(List.of(), 4, Set.of(), Instant.MIN)).containsExactly(7L, 8L, 9L, 10L);
    assertThat(trending(List.of(), 50, Set.of(), Instant.MIN))
        .containsExactly(7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void whatWasAnnouncedBeforeTheLastEditionTrendsNoMore() {
    assertThat(trending(List.of(), 4, Set.of(), DAY.minusMillis(1))).hasSize(4);
    assertThat(trending(List.of(), 4, Set.of(), DAY)).isEmpty();
  }

  private static List<Long> trending(
      List<AskedTopic> topics, int maxPapers, Set<Long> known, Instant since) {
    List<AnnouncedPaper> mostVoted = new ArrayList<>();
    for (long id = 7; id <= 11; id++) {
      mostVoted.add(paper(id, DAY, (int) (12 - id)));
    }
    return new Selection(topics, maxPapers, NONE_SHOWN)
        .trending(mostVoted, since, known::contains).stream().map(EditionItem::paperId).toList();
  }

  private static AnnouncedPaper paper(long id, Instant announcedAt, int votes) {
    return new AnnouncedPaper(
        id, "2605.%05d".formatted(id), 1, announcedAt, announcedAt, votes, 0, "Paper " + id);
  }

  /** By topic, in the order in which a round keeps them. */
  private static Map<Long, List<RankedMatch>> parse(
      List<String> matches, Map<Long, AnnouncedPaper> papers) {
    Map<Long, List<RankedMatch>> byTopic = new HashMap<>();
    for (String match : matches) {
      List<String> part = Arrays.asList(match.split(" "));
      AnnouncedPaper paper = papers.get(Long.parseLong(part.get(1)));
      byTopic
          .computeIfAbsent(Long.parseLong(part.get(0)), topic -> new ArrayList<>())
          .add(new RankedMatch(paper, Float.parseFloat(part.get(2)), new Reason(List.of())));
    }
    byTopic.values().forEach(ofTopic -> ofTopic.sort(RankedMatch.BEST_FIRST));
    return byTopic;
  }

  private static String place(EditionItem item) {
    return item.section() + " " + item.paperId() + " " + item.topics();
  }
}
