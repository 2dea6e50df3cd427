package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;
import org.paperround.paper.CategoryVerdict;
import org.paperround.paper.Ingestion;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.IngestionListener;
import org.paperround.paper.ScriptedSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/** A source that is down for long is told to the operator, by mail and on a page. */
@QuarkusTest
@TestProfile(SourceAlertsTest.Alerted.class)
class SourceAlertsTest {

  static final Map<String, String> SETTINGS =
      Map.of("paperround.delivery.alert-to", "operator@example.org");

  /** With somebody to tell. */
  public static class Alerted extends RoundsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(SETTINGS);
      return settings;
    }
  }

  @Inject FrontDoor door;
  @Inject ScriptedSource source;
  @Inject IngestionListener listener;
  @Inject Event<Ingestion> events;

  @BeforeEach
  void open() {
    door.open();
    door.sql("delete from operator_alert");
    source.answers(
        date -> {
          throw SourceFailure.failed("The archive could not be reached");
        });
  }

  @AfterEach
  void close() {
    listener.does(ingestion -> {});
    source.answers(date -> new SourceAnswer(List.of(), List.of()));
    door.clock().reset();
  }

  private void asked() {
    asked(LocalDate.ofInstant(door.clock().instant(), ZoneOffset.UTC));
  }

  private static void asked(LocalDate date) {
    FrontDoor.operator()
        .body(Map.of("source", "scripted", "date", date.toString()))
        .post("/api/admin/ingestions")
        .then()
        .statusCode(200);
  }

  @Test
  void afterAWorkingDayOneMailSaysSoAndNotAnotherTheSameDay() {
    asked();
    door.clock().advance(Duration.ofHours(23));
    asked();
    assertThat(door.ledger("operator@example.org", "OPERATOR_ALERT")).isZero();

    door.clock().advance(Duration.ofHours(2));
    asked();
    door.clock().advance(Duration.ofHours(1));
    asked();

    Mail alert = door.mails("operator@example.org", 1).get(0);
    assertThat(alert.header("Subject")).isEqualTo("Paperround gets no papers from scripted");
    assertThat(alert.text())
        .contains("No papers from scripted")
        .contains("The archive could not be reached")
        .contains("/admin/ingestions");
    assertThat(alert.html())
        .contains("No papers from scripted")
        .contains("The archive could not be reached")
        .contains("/admin/ingestions");
  }

  @Test
  void aSourceThatAnswersAgainBeginsAnew() {
    asked();
    door.clock().advance(Duration.ofHours(20));
    source.answers(date -> new SourceAnswer(List.of(), List.of()));
    asked();
    source.answers(
        date -> {
          throw SourceFailure.failed("The archive could not be reached");
        });
    door.clock().advance(Duration.ofHours(10));
    asked();
    assertThat(door.ledger("operator@example.org", "OPERATOR_ALERT")).isZero();
  }

  @Test
  void todaysListThatStaysStaleIsToldThoughYesterdaysIsReadWell() {
    LocalDate monday = LocalDate.parse("2026-05-04");
    for (int day = 0; day < 3; day++) {
      LocalDate today = monday.plusDays(day);
      source.answers(
          date -> {
            if (date.equals(today)) {
              throw SourceFailure.stale("The archive answered with another day's list");
            }
            return new SourceAnswer(List.of(), List.of());
          });
      asked(today);
      door.clock().advance(Duration.ofSeconds(5));
      asked(today.minusDays(1));
      door.clock().advance(Duration.ofHours(20));
    }
    Mail alert = door.mails("operator@example.org", 1).get(0);
    assertThat(alert.text()).contains("The archive answered with another day's list");
  }

  @Test
  void anOldDayThatCannotBeReadAgainIsNoTrouble() {
    LocalDate old = LocalDate.parse("2026-01-02");
    source.answers(
        date -> {
          if (date.equals(old)) {
            throw SourceFailure.failed("The archive could not be reached");
          }
          return new SourceAnswer(List.of(), List.of());
        });
    asked();
    for (int day = 0; day < 3; day++) {
      asked(old);
      door.clock().advance(Duration.ofHours(20));
    }
    assertThat(door.ledger("operator@example.org", "OPERATOR_ALERT")).isZero();
  }

  @Test
  void aCategoryInLastingTroubleIsToldHoweverManyFailedJustNow() {
    Instant friday = Instant.parse("2026-05-01T12:00:00Z");
    recorded(1, friday.minusSeconds(60), "Z", Verdict.NEW_PAPERS);
    recorded(2, friday, "Z", Verdict.STALE);
    List<CategoryVerdict> now =
        Stream.of("A", "B", "C", "D", "Z")
            .map(name -> new CategoryVerdict(name, Verdict.STALE, "old in " + name, 0, 0))
            .toList();
    Instant tuesday = Instant.parse("2026-05-05T12:00:00Z");
    now.forEach(of -> recorded(3, tuesday, of.category(), Verdict.STALE));
    door.clock().set(tuesday);

    events.fire(
        new Ingestion(
            3,
            "arxiv",
            LocalDate.parse("2026-05-05"),
            Verdict.NEW_PAPERS,
            "all are new",
            0,
            0,
            0,
            0,
            0,
            tuesday,
            tuesday,
            now));

    Mail alert = door.mails("operator@example.org", 1).get(0);
    assertThat(alert.header("Subject")).contains("arxiv").contains("Z");
    assertThat(alert.text()).contains("old in Z");
  }

  /** What a source that announces by category would leave behind. */
  private void recorded(int id, Instant at, String category, Verdict verdict) {
    if (door.count("ingestion where id = " + id) == 0) {
      door.sql(
          "insert into ingestion (id, source, ingestion_date, verdict, reason, seen, created,"
              + " updated, unchanged, rejected, started_at, finished_at) values (%d, 'arxiv',"
                  .formatted(id)
              + " date '%s', 'NEW_PAPERS', 'some', 0, 0, 0, 0, 0, timestamp with time zone '%s',"
                  .formatted(LocalDate.ofInstant(at, ZoneOffset.UTC), at)
              + " timestamp with time zone '%s')".formatted(at));
    }
    door.sql(
        "insert into ingestion_category (ingestion_id, category, verdict, reason, seen, created)"
            + " values (%d, '%s', '%s', 'old in %2$s', 0, 0)".formatted(id, category, verdict));
  }

  @Test
  void whoListensAndFailsDoesNotUndoAnIngestion() {
    listener.does(
        ingestion -> {
          throw new IllegalStateException("nobody home");
        });
    asked();
    FrontDoor.operator()
        .get("/api/admin/ingestions")
        .then()
        .body("items.source", is(List.of("scripted")));
  }

  @Test
  void thePageShowsWhatSourcesBroughtToTheOperatorOnly() {
    asked();
    given()
        .get("/admin/ingestions")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Basic"));
    given()
        .auth()
        .preemptive()
        .basic("operator", "dev")
        .get("/admin/ingestions")
        .then()
        .statusCode(200)
        .body(containsString("scripted: failed"))
        .body(containsString("The archive could not be reached"));
    // A browser would send the password along with what another site makes it post.
    given()
        .auth()
        .preemptive()
        .basic("operator", "dev")
        .post("/api/admin/delivery/pause")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "2026-05-04T12:00:00Z, 2026-05-05T12:00:00Z, PT24H",
    "2026-05-08T12:00:00Z, 2026-05-11T12:00:00Z, PT24H",
    "2026-05-09T00:00:00Z, 2026-05-10T23:00:00Z, PT0S"
  })
  void weekendsAreNoWorkingTime(Instant from, Instant to, Duration time) {
    assertThat(SourceAlerts.workingTime(from, to)).isEqualTo(time);
  }
}
