package org.paperround.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.paperround.base.EmailAddress;
import org.paperround.base.TestClock;

/** An empty outbox, a relay that does as it is told, and what the operator does over HTTP. */
abstract class ControlRoom {

  /** No edition has this number, whatever tests before left in the database. */
  static final long NOTHING = 9_000_000_000L;

  static final long SUBSCRIPTION = 77;

  @Inject Outbox outbox;
  @Inject MailLedger ledger;
  @Inject OutboxDrain drain;
  @Inject EntityManager entities;
  @Inject TestClock clock;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  ScriptedRelay relay;

  @BeforeEach
  void openTheRoom() {
    drain.stop();
    sql("delete from delivery_attempt");
    sql("delete from outgoing_mail");
    sql("delete from suppression");
    sql("delete from operator_alert");
    ledger.recount();
    resume();
    relay = new ScriptedRelay(port);
    drain.start();
  }

  @AfterEach
  void closeTheRoom() {
    clock.reset();
    resume();
    relay.letGo();
    drain.stop();
    relay.close();
  }

  static RequestSpecification operator() {
    return given().auth().oauth2("dev").contentType(ContentType.JSON);
  }

  static JsonPath state() {
    return operator().get("/api/admin/delivery").then().statusCode(200).extract().jsonPath();
  }

  static void pause(String body) {
    operator().body(body).post("/api/admin/delivery/pause").then().statusCode(200);
  }

  static void resume() {
    operator().post("/api/admin/delivery/resume").then().statusCode(200);
  }

  /** The number of mails in a state, once the snapshot of a moment ago has been replaced. */
  static void awaitCount(MailState state, int howMany) {
    await().untilAsserted(() -> assertThat(state().getInt("counts." + state)).isEqualTo(howMany));
  }

  long accept(MailKind kind, String to) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                outbox.accept(
                    new MailRequest(kind, EmailAddress.parse(to), NOTHING, SUBSCRIPTION)));
  }

  /** Transactional ones, for a digest's retry would ask for the edition it is about. */
  List<Long> acceptMany(int howMany, String name) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                IntStream.range(0, howMany)
                    .mapToObj(
                        i ->
                            outbox.accept(
                                new MailRequest(
                                    MailKind.CONFIRMATION,
                                    EmailAddress.parse(name + i + "@example.org"),
                                    1,
                                    null)))
                    .toList());
  }

  LedgerEntry entry(long id) {
    return ledger.entry(id).orElseThrow();
  }

  void awaitState(long id, MailState state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(entry(id).state()).isEqualTo(state));
  }

  int sql(String statement) {
    return QuarkusTransaction.requiringNew()
        .call(() -> entities.createNativeQuery(statement).executeUpdate());
  }

  /** Puts mails into a final state, without telling anybody. */
  void end(MailState state, String which) {
    sql(
        "update outgoing_mail set state = '"
            + state
            + "', attempts = 1, next_attempt_at = null, ended_at = queued_at where "
            + which);
  }
}
