package org.paperround.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.FrontDoor;
import org.paperround.Mail;
import org.paperround.RoundsProfile;
import org.paperround.paper.ScriptedSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/** A source that is down for long is told to the operator, by mail and on a page. */
@QuarkusTest
@TestProfile(SourceAlertsTest.Alerted.class)
class SourceAlertsTest {

  /** With somebody to tell. */
  public static class Alerted extends RoundsProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("paperround.delivery.alert-to", "operator@example.org");
      return settings;
    }
  }

  @Inject FrontDoor door;
  @Inject ScriptedSource source;

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
    source.answers(date -> new SourceAnswer(List.of(), List.of()));
    door.clock().reset();
  }

  private void asked() {
    FrontDoor.operator()
        .body(Map.of("source", "scripted"))
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
    assertThat(alert.text()).contains("The archive could not be reached");
    assertThat(alert.html()).contains("The archive could not be reached");
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
