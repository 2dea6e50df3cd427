package org.paperround.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paperround.FrontDoor.NOON;
import static org.paperround.FrontDoor.ids;
import static org.paperround.FrontDoor.operator;
import static org.paperround.FrontDoor.paper;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.FrontDoor;
import org.paperround.RoundsProfile;

/** Which readers a round serves, when, and with which papers. */
@QuarkusTest
@TestProfile(RoundsProfile.class)
class RoundTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant TOMORROW_AT_SEVEN = Instant.parse("2026-05-05T07:00:00Z");

  @Inject FrontDoor door;

  @BeforeEach
  void open() {
    door.open();
  }

  @Test
  void theFirstDigestComesAtConfirmationAndTheNextAtTheReadersHour() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY)));
    String reader = door.reader("topics", List.of("otters"));

    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 1 0 1");

    assertThat(door.edition(reader).getString("period")).isEqualTo("FIRST");
    door.bring(paper("2605.00002", "Otters at dusk", NOON));
    assertThat(door.round(TOMORROW_AT_SEVEN.minusMillis(1))).isEqualTo("0 0 0 0");
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");
    var second = FrontDoor.edition(door.digests(reader, 2).get(1));
    assertThat(second.getString("period")).isEqualTo("2026-05-05");
    assertThat(ids(second, "MATCH")).containsExactly("2605.00002");
  }

  @Test
  void withNothingEligibleAtConfirmationThereIsNoFirstAndTheOrdinarySlotComesNext() {
    String reader = door.reader("topics", List.of("otters"), "sendEmpty", true);

    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 0 1 0");

    door.bring(paper("2605.00001", "Otters at dawn", NOON));
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 1 0 1");
    assertThat(door.edition(reader).getString("period")).isEqualTo("2026-05-05");
  }

  @Test
  void papersCountFromFourteenDaysBeforeTheRoundUpToItsInstant() {
    Instant at = NOON.plusSeconds(60);
    door.bring(
        paper("2605.00001", "Otters too old", at.minus(Duration.ofDays(14))),
        paper("2605.00002", "Otters just in", at.minus(Duration.ofDays(14)).plusMillis(1)),
        paper("2605.00003", "Otters right now", at),
        paper("2605.00004", "Otters to come", at.plusMillis(1)));
    String reader = door.reader("topics", List.of("otters"), "frequency", "WEEKLY");

    door.round(at);

    assertThat(ids(door.edition(reader), "MATCH"))
        .containsExactlyInAnyOrder("2605.00002", "2605.00003");
  }

  @Test
  void theSameInstantTwiceMakesNothingNew() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY)));
    String reader = door.reader("topics", List.of("otters"));

    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 1 0 1");
    door.bring(paper("2605.00002", "Otters at dusk", NOON));
    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("0 0 0 0");

    assertThat(door.ledger(reader, "EDITION")).isEqualTo(1);
  }

  @Test
  void aRoundLooksAtMostThirtyOneDaysAhead() {
    Instant furthest = NOON.plus(Duration.ofDays(31));

    assertThat(door.round(furthest)).isEqualTo("0 0 0 0");
    operator()
        .body(Map.of("at", furthest.plus(Duration.ofMinutes(5)).toString()))
        .post("/api/admin/rounds")
        .then()
        .statusCode(400)
        .body("errors[0].field", org.hamcrest.Matchers.is("at"));
  }

  @Test
  void aRoundWithoutBodyRunsByTheClock() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY)));
    door.reader("topics", List.of("otters"));

    given()
        .header("Authorization", "Bearer dev")
        .post("/api/admin/rounds")
        .then()
        .statusCode(200)
        .body("editions", org.hamcrest.Matchers.is(1));
  }

  @Test
  void noPaperComesTwiceAlsoOfThoseThatWereOnlyListed() {
    for (int i = 1; i <= 4; i++) {
      door.bring(paper("2605.0000" + i, "Otters, part " + i, NOON.minus(DAY)));
    }
    String reader = door.reader("topics", List.of("otters"), "maxPapers", 2, "trending", true);
    door.round(NOON.plusSeconds(60));
    var first = door.edition(reader);
    assertThat(ids(first, "MATCH")).hasSize(2);
    assertThat(ids(first, "MORE")).hasSize(2);

    // Votes change, another source says the same: they are still the same papers.
    for (int i = 1; i <= 4; i++) {
      var again = paper("2605.0000" + i, "Otters, a new edition of part " + i, NOON.minus(DAY));
      again.put("votes", 100);
      door.bring(again);
    }
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 0 1 0");
    door.bring(paper("2605.00005", "Otters, part 5", NOON));
    assertThat(door.round(TOMORROW_AT_SEVEN.plus(DAY))).isEqualTo("1 1 0 1");

    var second = FrontDoor.edition(door.digests(reader, 2).get(1));
    assertThat(second.getList("items.paper.id")).containsExactly("2605.00005");
  }

  @Test
  void aPaperAnnouncedAgainMuchLaterIsStillTheOneTheReaderHad() {
    Map<String, Object> undated = paper("2605.00001", "Otters at dawn", NOON);
    undated.remove("announcedAt");
    door.bring(undated);
    String reader = door.reader("topics", List.of("otters"));
    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 1 0 1");

    Instant later = NOON.plus(Duration.ofDays(20));
    door.clock().set(later);
    door.bring(paper("2605.00001", "Otters at dawn", later));

    assertThat(door.round(later)).isEqualTo("1 0 1 0");
    assertThat(door.ledger(reader, "EDITION")).isEqualTo(1);
  }

  @Test
  void afterAnOutageOneEditionCoversAllThatWasMissed() {
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    for (int day = 1; day <= 4; day++) {
      door.bring(
          paper("2605.0000" + day, "Otters, day " + day, NOON.plus(Duration.ofDays(day - 1))));
    }

    assertThat(door.round(Instant.parse("2026-05-08T09:30:00Z"))).isEqualTo("1 1 0 1");

    var edition = door.edition(reader);
    assertThat(edition.getString("period")).isEqualTo("2026-05-08");
    assertThat(ids(edition, "MATCH")).hasSize(4);
    assertThat(door.round(Instant.parse("2026-05-09T06:59:59Z"))).isEqualTo("0 0 0 0");
  }

  @Test
  void aWeeklyReaderIsDueOnTheirWeekdayAndSeesTheWholeWeek() {
    String reader =
        door.reader("topics", List.of("otters"), "frequency", "WEEKLY", "weekday", "FRIDAY");
    door.round(NOON.plusSeconds(60));
    door.bring(paper("2605.00001", "Otters at dawn", NOON.plus(DAY)));

    assertThat(door.round(Instant.parse("2026-05-08T06:59:59Z"))).isEqualTo("0 0 0 0");
    assertThat(door.round(Instant.parse("2026-05-08T07:00:00Z"))).isEqualTo("1 1 0 1");

    assertThat(door.edition(reader).getString("period")).isEqualTo("2026-05-08");
  }

  @Test
  void aReaderWhoseDigestCannotBeComposedStopsNobodyElse() {
    door.bring(
        paper("2605.00001", "Otters at dawn", NOON.minus(DAY)),
        paper("2605.00002", "Badgers at dusk", NOON.minus(DAY)));
    String poor = door.reader("topics", List.of("otters"));
    String poorer = door.reader("topics", List.of("badgers"));
    String lucky = door.reader("topics", List.of("badgers"));
    door.round(NOON.minus(DAY));
    door.sql(
        "update day_match set matches = 'damaged' where topic_id ="
            + " (select id from topic where canonical like 'otter%')");
    door.sql(
        "update subscription set time_zone = 'Mars/Olympus' where subscriber_id ="
            + " (select id from subscriber where address = '"
            + poorer
            + "')");

    assertThat(door.round(NOON.plusSeconds(60))).isEqualTo("1 1 0 1");

    assertThat(ids(door.edition(lucky), "MATCH")).containsExactly("2605.00002");
    assertThat(door.ledger(poor, "EDITION") + door.ledger(poorer, "EDITION")).isZero();
    // They stay due, and are served once what kept them is mended.
    door.sql("delete from day_match");
    door.sql("update subscription set time_zone = 'UTC'");
    assertThat(door.round(NOON.plusSeconds(61))).isEqualTo("2 0 2 0");
  }

  @Test
  void aFewWhoCannotBeServedAmongHundredsAreTheOnlyOnesLeftOut() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY)));
    door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    int readers = 560;
    copyTheReader(readers);
    door.bring(paper("2605.00002", "Otters at dusk", NOON));
    String some = " where id in (1000007, 1000008, 1000540)";
    door.sql("update subscription set time_zone = 'Mars/Olympus'" + some);

    assertThat(door.round(TOMORROW_AT_SEVEN))
        .isEqualTo("%1$d %1$d 0 %1$d".formatted(readers + 1 - 3));

    assertThat(door.count("edition where subscription_id in (1000007, 1000008, 1000540)")).isZero();
    door.sql("update subscription set time_zone = 'UTC'" + some);
    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("3 3 0 3");
    assertThat(door.count("edition where period = '2026-05-05'")).isEqualTo(readers + 1);
  }

  /** Many more like the only one there is; their ids and addresses are numbered from a million. */
  private void copyTheReader(int times) {
    List<String> numbers =
        IntStream.rangeClosed(1, times).mapToObj(i -> "(" + (1_000_000 + i) + ")").toList();
    String copies = ", (values " + String.join(", ", numbers) + ") copies (n)";
    door.sql(
        "insert into subscriber (id, address, address_key, consent_asked_at, consent_asked_from,"
            + " consent_given_at, consent_given_from, consent_wording) select n, 'copy' || n || '@example.org', 'copy' || n ||"
            + " '@example.org', consent_asked_at, consent_asked_from, consent_given_at,"
            + " consent_given_from, consent_wording from subscriber"
            + copies);
    door.sql(
        "insert into subscription (id, subscriber_id, status, frequency, weekday, deliver_at,"
            + " time_zone, max_papers, trending, send_empty, due_at, first_digest_due, confirmed_at,"
            + " left_at, last_round_at, last_outcome, last_papers_seen, last_slot_on) select n, n, status, frequency, weekday, deliver_at, time_zone,"
            + " max_papers, trending, send_empty, due_at, first_digest_due, confirmed_at, left_at,"
            + " last_round_at, last_outcome, last_papers_seen, last_slot_on from subscription"
            + copies);
    door.sql(
        "insert into subscription_topic (subscription_id, place, topic_id, written)"
            + " select n, place, topic_id, written from subscription_topic"
            + copies);
  }

  @Test
  void paperNumbersOfEditionsFromEarlierVersionsAreReadFromTheirItems() {
    door.bring(paper("2605.00001", "Otters at dawn", NOON.minus(DAY)));
    String reader = door.reader("topics", List.of("otters"));
    door.round(NOON.plusSeconds(60));
    door.digests(reader, 1);
    door.sql(
        "update edition set papers = null, items = (select '[{\"paperId\":' || id ||"
            + " ',\"revision\":1,\"section\":\"MATCH\",\"topics\":[\"otters\"],\"reason\":"
            + "{\"grounds\":[{\"field\":\"TITLE\",\"words\":[\"Otters\"]}]},\"votes\":0,"
            + "\"comments\":0}]' from paper)");

    assertThat(door.round(TOMORROW_AT_SEVEN)).isEqualTo("1 0 1 0");

    assertThat(ids(door.edition(reader), "MATCH")).containsExactly("2605.00001");
    assertThat(door.edition(reader).getString("items[0].reason"))
        .isEqualTo("because Otters stands in the title");
  }
}
