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
import org.paperround.matching.MatchedPaper;
import org.paperround.matching.Reason;
import org.paperround.paper.Paper;
import org.paperround.paper.TestPapers;
import org.paperround.subscription.AskedTopic;

class SelectionTest {

  private static final Instant DAY = Instant.parse("2026-05-04T00:00:00Z");
  private static final List<AskedTopic> TOPICS =
      List.of(new AskedTopic(1, "a"), new AskedTopic(2, "b"), new AskedTopic(3, "c"));

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
            "a paper that is not eligible is passed over",
            10,
            List.of("1 99 9.0", "1 7 1.0"),
            List.of("MATCH 7 [a]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("choices")
  void matchedPapers(String name, int maxPapers, List<String> matches, List<String> places) {
    Map<Long, Paper> eligible = new HashMap<>();
    for (long id = 7; id <= 11; id++) {
      eligible.put(id, TestPapers.paper(id, DAY, 0));
    }

    var items = new Selection(TOPICS, maxPapers).matched(parse(matches), eligible);

    assertThat(items.stream().map(SelectionTest::place)).containsExactlyElementsOf(places);
  }

  @Test
  void equalScoresAreOrderedByVotesThenByNewsThenByIdentity() {
    Map<Long, Paper> eligible =
        Map.of(
            7L, TestPapers.paper(7, DAY, 1),
            8L, TestPapers.paper(8, DAY, 5),
            9L, TestPapers.paper(9, DAY.plusSeconds(1), 1),
            10L, TestPapers.paper(10, DAY, 1));

    var items =
        new Selection(TOPICS, 10)
            .matched(parse(List.of("1 10 1.0", "1 7 1.0", "1 8 1.0", "1 9 1.0")), eligible);

    assertThat(items.stream().map(EditionItem::paperId)).containsExactly(8L, 9L, 7L, 10L);
  }

  @Test
  void threeTrendBesideTopicsNoneOfThemKnownOrWithoutVotes() {
    assertThat(trending(TOPICS, 1, Set.of(8L))).containsExactly(7L, 9L, 10L);
  }

  @Test
  void withoutTopicsAsManyTrendAsTheReaderWants() {
    assertThat(trending(List.of(), 4, Set.of())).containsExactly(7L, 8L, 9L, 10L);
    assertThat(trending(List.of(), 50, Set.of())).containsExactly(7L, 8L, 9L, 10L, 11L);
  }

  private static List<Long> trending(List<AskedTopic> topics, int maxPapers, Set<Long> known) {
    List<Paper> mostVoted = new ArrayList<>();
    for (long id = 7; id <= 12; id++) {
      mostVoted.add(TestPapers.paper(id, DAY, (int) (12 - id)));
    }
    return new Selection(topics, maxPapers)
        .trending(mostVoted, known).stream().map(EditionItem::paperId).toList();
  }

  private static List<MatchedPaper> parse(List<String> matches) {
    return matches.stream()
        .map(match -> Arrays.asList(match.split(" ")))
        .map(
            part ->
                new MatchedPaper(
                    Long.parseLong(part.get(0)),
                    Long.parseLong(part.get(1)),
                    Float.parseFloat(part.get(2)),
                    new Reason(List.of())))
        .toList();
  }

  private static String place(EditionItem item) {
    return item.section() + " " + item.paperId() + " " + item.topics();
  }
}
