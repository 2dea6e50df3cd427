package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;

/** The same work under two identities, as when a preprint is announced by two servers. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class SameTitleTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant YESTERDAY = NOON.minus(DAY);
  private static final Instant FIRST_ROUND = NOON.plusSeconds(60);
  private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");

  @Inject FrontDoor door;

  @BeforeEach
  void open() {
    door.open();
  }

  private static Map<String, Object> voted(String id, String title, int votes) {
    Map<String, Object> paper = paper(id, title, YESTERDAY);
    paper.put("votes", votes);
    return paper;
  }

  @Test
  void caseAccentsSpacesAndPunctuationDoNotCountAndTheBetterPlacedStays() {
    door.bring(
        voted("2605.00001", "Otters at Dawn: a Café Study", 1),
        voted("doi:10.1000/otters", "OTTERS at dawn  (a cafe\u0301 study).", 9),
        paper("2605.00003", "Otters at dawn: a café study, part 2", YESTERDAY));
    String reader = door.reader("topics", List.of("otters"));

    door.round(FIRST_ROUND);

    assertThat(ids(door.edition(reader), "MATCH"))
        .containsExactlyInAnyOrder("doi:10.1000/otters", "2605.00003");
  }

  @Test
  void theOtherOneIsNeitherListedNorCountedNorTrendsNorTakesRoom() {
    door.bring(
        voted("2605.00001", "Otters at dawn", 9),
        voted("2605.00002", "Otters at dawn.", 8),
        voted("2605.00003", "Otters at noon", 7),
        voted("2605.00004", "Otters: at noon", 6),
        voted("2605.00005", "Badgers", 5),
        voted("2605.00006", "BADGERS", 4));
    String reader = door.reader("topics", List.of("otters"), "maxPapers", 1, "trending", true);

    door.round(FIRST_ROUND);

    var edition = door.edition(reader);
    assertThat(ids(edition, "MATCH")).containsExactly("2605.00001");
    assertThat(ids(edition, "MORE")).containsExactly("2605.00003");
    assertThat(ids(edition, "TRENDING")).containsExactly("2605.00005");
    assertThat(door.digests(reader, 1).get(0).text()).contains("And 1 more");
  }

  @Test
  void underTwoTopicsItStandsOnce() {
    door.bring(
        paper("2605.00001", "Otters and badgers", YESTERDAY),
        paper("2605.00002", "Otters and badgers", YESTERDAY));
    String reader = door.reader("topics", List.of("otters", "badgers"));

    door.round(FIRST_ROUND);

    assertThat(ids(door.edition(reader), "MATCH")).hasSize(1);
  }

  @Test
  void whoWasSentOneIsNotSentTheOtherLater() {
    door.bring(paper("2605.00001", "Otters at dawn", YESTERDAY));
    String early = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    door.digests(early, 1);
    door.bring(
        paper("2605.00002", "Otters at Dawn", NOON), paper("2605.00003", "Otters at dusk", NOON));
    String late = door.reader("topics", List.of("otters"), "frequency", "WEEKLY");

    door.round(TOMORROW_AT_SEVEN);

    var second = FrontDoor.edition(door.digests(early, 2).get(1));
    assertThat(second.getList("items.paper.id")).containsExactly("2605.00003");
    assertThat(door.edition(late).getList("items.paper.id")).hasSize(2);
  }

  @Test
  void norOnceTheOneTheyWereSentHasLeftTheWindow() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY.multipliedBy(12))));
    String reader = door.reader("topics", List.of("otters"));
    door.round(FIRST_ROUND);
    door.bring(
        paper("2605.00002", "Otters at dawn", NOON), paper("2605.00003", "Otters at dusk", NOON));
    door.round(TOMORROW_AT_SEVEN);

    assertThat(door.round(TOMORROW_AT_SEVEN.plus(DAY.multipliedBy(5)))).isEqualTo("1 0 1 0");

    var second = FrontDoor.edition(door.digests(reader, 2).get(1));
    assertThat(second.getList("items.paper.id")).containsExactly("2605.00003");
  }

  @Test
  void titlesWithoutLettersAreNotTheSame() {
    door.bring(paper("2605.00001", "???", YESTERDAY), paper("2605.00002", "…!", YESTERDAY));
    String reader = door.reader("topics", List.of("saw"));

    door.round(FIRST_ROUND);

    assertThat(ids(door.edition(reader), "MATCH")).hasSize(2);
  }
}
