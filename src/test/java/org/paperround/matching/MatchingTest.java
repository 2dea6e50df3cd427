package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;
import org.paperround.matching.meaning.FakeModel;
import org.paperround.matching.meaning.Meanings;
import org.paperround.paper.Papers;

/** Which rows matching keeps. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class MatchingTest {

  private static final Instant YESTERDAY = NOON.minus(Duration.ofDays(1));
  private static final LocalDate DAY = LocalDate.ofInstant(YESTERDAY, ZoneOffset.UTC);
  private static final String DAYS =
      "select t.canonical, m.announced_on, %s from day_match m"
          + " join topic t on t.id = m.topic_id order by 1, 2";

  @Inject FrontDoor door;
  @Inject Matching matching;
  @Inject MatchStore store;
  @Inject Papers papers;
  @Inject Meanings meanings;

  @BeforeEach
  void open() {
    door.open();
  }

  /** All matches, as "topic identifier day score reason". */
  private List<String> matches() {
    matching.catchUp();
    Map<Long, Object> identifiers = new HashMap<>();
    door.rows("select id, identifier from paper")
        .forEach(row -> identifiers.put(number(((Object[]) row)[0]), ((Object[]) row)[1]));
    List<String> matches = new ArrayList<>();
    for (Object each : door.rows(DAYS.formatted("m.matches"))) {
      Object[] row = (Object[]) each;
      for (PaperMatch match : Answers.read((String) row[2])) {
        Object paper = identifiers.get(match.paperId());
        matches.add(
            "%s %s %s %s %s".formatted(row[0], paper, row[1], match.score(), match.reason()));
      }
    }
    return matches.stream().sorted().toList();
  }

  private List<String> counts() {
    return door.rows(DAYS.formatted("m.total")).stream()
        .map(row -> Arrays.toString((Object[]) row))
        .toList();
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }

  @Test
  void aDayInTwoBatchesGivesTheSameRowsAsInOne() {
    Map<String, Object> one = paper("2605.00001", "Otters at dawn", YESTERDAY);
    Map<String, Object> two = paper("2605.00002", "Otters, badgers, and others", YESTERDAY);
    Map<String, Object> three = paper("2605.00003", "Badgers at dusk", YESTERDAY);
    door.reader("topics", List.of("otters", "badgers OR otters"));
    door.bring(one, two, three);
    List<String> together = matches();
    List<String> countedTogether = counts();
    door.open();

    door.reader("topics", List.of("otters", "badgers OR otters"));
    door.bring(three);
    assertThat(matches()).hasSize(1);
    door.bring(two, one);

    assertThat(matches()).hasSize(5).isEqualTo(together);
    assertThat(counts()).hasSize(2).isEqualTo(countedTogether);
  }

  @Test
  void aDayWhosePapersCannotBeReadIsMatchedLaterAndQueriesDoNotWait() {
    assumeTrue(meanings.isOn(), "This build has no model");
    door.reader("topics", List.of("otters", Map.of("about", "otters at dawn")));
    matching.catchUp();
    door.sql("alter table paper_meaning rename to elsewhere");
    try {
      door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
      assertThat(matches()).hasSize(1);
      assertThat(door.count("matching_request where announced_on is not null")).isPositive();
    } finally {
      door.sql("alter table elsewhere rename to paper_meaning");
    }

    assertThat(matches()).hasSize(2);
    assertThat(door.count("matching_request")).isZero();
  }

  @Test
  void aPaperThatTheModelCannotReadHoldsUpNoOther() {
    QuarkusMock.installMockForType(
        new FakeModel(text -> !text.contains("badgers")).meanings(), Meanings.class);
    door.reader(
        "topics",
        List.of(Map.of("about", "otters at dawn"), Map.of("like", "2605.00002"), "badgers"));

    door.bring(
        paper("2605.00001", "Otters at dawn", YESTERDAY),
        paper("2605.00002", "Of badgers", YESTERDAY));

    assertThat(matches()).hasSize(2).anyMatch(match -> match.contains(" 2605.00001 "));
    assertThat(door.count("matching_request")).isZero();
    RestAssured.get("/api/topics/preview?like=2605.00002").then().statusCode(200);
  }

  @Test
  void theBestTwoHundredOfATopicAndDayAreKeptAndAllAreCounted() {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 210; i++) {
      Map<String, Object> paper = paper("2605.%05d".formatted(i), "Rivers", YESTERDAY);
      paper.put("abstract", "The otters are here.");
      many.add(paper);
    }
    // The best comes last, so that it cannot be kept for having come first.
    many.add(paper("2605.00900", "Otters, otters", YESTERDAY));
    many.add(paper("2605.00901", "Otters of another day", YESTERDAY.minus(Duration.ofDays(1))));
    door.reader("topics", List.of("otters"));

    door.bring(many);

    assertThat(matches()).hasSize(201).anyMatch(row -> row.contains("2605.00900"));
    assertThat(counts()).hasSize(2).anyMatch(row -> row.endsWith("2026-05-03, 211]"));
  }

  @Test
  void aPaperWhoseContentChangesIsMatchedAnew() {
    door.reader("topics", List.of("otters", "badgers"));
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    assertThat(matches()).singleElement().asString().startsWith("otter");

    door.bring(paper("2605.00001", "Badgers, after all", YESTERDAY));

    assertThat(matches()).singleElement().asString().startsWith("badger");
    assertThat(counts()).singleElement().asString().startsWith("[badger").endsWith(" 1]");
  }

  @Test
  void aPaperThatMovesToAnotherDayTakesItsMatchAlong() {
    Map<String, Object> undated = paper("2605.00001", "Otters at dawn", NOON);
    undated.remove("announcedAt");
    door.reader("topics", List.of("otters"));
    door.bring(undated);
    assertThat(matches()).singleElement().asString().contains("2026-05-04");

    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));

    assertThat(matches()).singleElement().asString().contains("2026-05-03");
  }

  @Test
  void newVersionsOfPapersThatNoDigestLooksBackToAreNotMatched() {
    door.reader("topics", List.of("otters", "badgers"));
    Instant longAgo = NOON.minus(Duration.ofDays(31));
    door.bring(paper("2604.00001", "Otters at dawn", longAgo));
    assertThat(matches()).hasSize(1);
    door.bring(paper("2605.00002", "Rivers", NOON));

    door.bring(paper("2604.00001", "Badgers, after all", longAgo));

    assertThat(matches()).singleElement().asString().startsWith("otter");
    assertThat(door.count("matching_request")).isZero();
  }

  @Test
  void aPaperIsNotOfferedTwiceWhileOnlyItsNewDayHasBeenMatched() {
    String reader = door.reader("topics", List.of("otters"));
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    assertThat(matches()).hasSize(1);
    door.sql(
        "insert into day_match (topic_id, announced_on, total, matches)"
            + " select topic_id, announced_on - interval '1' day, total, matches from day_match");

    door.round(NOON.plusSeconds(60));

    assertThat(ids(door.edition(reader), "MATCH")).containsExactly("2605.00001");
  }

  @Test
  void aNewTopicMeetsThePapersOfTheLastFourteenDaysWhenItsFirstReaderConfirms() {
    door.bring(
        paper("2605.00001", "Otters long ago", NOON.minus(Duration.ofDays(16))),
        paper("2605.00002", "Otters lately", NOON.minus(Duration.ofDays(13))),
        paper("2605.00003", "Otters to come", NOON.plus(Duration.ofDays(3))));
    String token = door.signUp("new@example.org", "topics", List.of("otters"));
    assertThat(matches()).isEmpty();

    door.confirm(token);

    assertThat(matches()).hasSize(2).noneMatch(row -> row.contains("2605.00001"));
  }

  @Test
  void aTopicThatLosesItsLastReaderMeetsNoMorePapersUntilSomebodyAsksAgain() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    String first = door.reader("topics", List.of("otters"));
    String last = door.reader("topics", List.of(" otters "));
    door.round(NOON.plusSeconds(60));
    leave(first);
    assertThat(door.count("topic where active")).isEqualTo(1);

    leave(last);

    assertThat(door.count("topic where active")).isZero();
    door.bring(paper("2605.00002", "Otters at dusk", YESTERDAY));
    assertThat(matches()).hasSize(1);
    String again = door.reader("topics", List.of("otters"));
    assertThat(matches()).hasSize(2);
    door.round(NOON.plusSeconds(60));
    assertThat(ids(door.edition(again), "MATCH")).hasSize(2);
  }

  private void leave(String reader) {
    Mail digest = door.digests(reader, 1).get(0);
    RestAssured.given()
        .post("/unsubscribe/" + FrontDoor.token(digest, "unsubscribe"))
        .then()
        .statusCode(200);
  }

  @Test
  void whatWasSearchedBeforeThePapersChangedIsNotWritten() {
    door.reader("topics", List.of("otters"));
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    Papers.DayState before = papers.state(DAY);
    door.bring(paper("2605.00002", "Otters at dusk", YESTERDAY));
    List<String> rows = matches();
    long topic = number(door.one("select id from topic"));
    Map<Long, Answer> late = Map.of(topic, new Answer(0, List.of()));

    assertThat(store.replace(DAY, before, late, Map.of())).isFalse();
    assertThat(matches()).hasSize(2).isEqualTo(rows);

    assertThat(store.replace(DAY, papers.state(DAY), late, Map.of())).isTrue();
    assertThat(matches()).isEmpty();
  }

  @Test
  void aTopicThatCannotBeAskedStopsNoOther() {
    door.reader("topics", List.of("otters", "badgers"));
    door.sql("update topic set canonical = 'AND (' where canonical like 'badger%'");

    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));

    assertThat(matches()).hasSize(1);
    assertThat(door.count("matching_request")).isZero();
  }
}
