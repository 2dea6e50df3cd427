package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.smtp.RelayReply;
import org.paperround.suppression.Suppressions;

/** A relay that hangs, hangs up, or answers too late. */
@QuarkusTest
@TestProfile(ImpatientRelayTest.Impatient.class)
class ImpatientRelayTest {

  /** Moments instead of minutes. */
  public static class Impatient extends DeliveryProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("paperround.delivery.ready-within", "PT0.5S");
      settings.put("paperround.delivery.answer-within", "PT1S");
      settings.put("paperround.delivery.connections", "2");
      return settings;
    }
  }

  @Inject Outbox outbox;
  @Inject MailLedger ledger;
  @Inject OutboxDrain drain;
  @Inject RelayGate gate;
  @Inject EntityManager entities;
  @Inject Suppressions suppressions;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  private ScriptedRelay relay;

  @BeforeEach
  void openTheRelay() {
    drain.stop();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.createNativeQuery("delete from delivery_attempt").executeUpdate();
              entities.createNativeQuery("delete from outgoing_mail").executeUpdate();
            });
    relay = new ScriptedRelay(port);
    gate.observe(0, new RelayReply.Accepted("a fresh relay"));
  }

  @AfterEach
  void closeTheRelay() {
    relay.letGo();
    drain.stop();
    relay.close();
  }

  @Test
  void aRelayThatNeverGreetsCostsNoAttemptAndSendingResumesByItself() {
    relay.greetWith("");
    drain.start();
    long id = accept("reader@example.org");
    await().until(() -> !gate.isOpen());
    assertThat(gate.status().reason()).contains("within");
    assertThat(entry(id).attempts()).isZero();
    relay.greetWith("220 relay.test");
    awaitState(id, MailState.SENT);
    assertThat(entry(id).attempts()).isEqualTo(1);
    assertThat(entry(id).uncertain()).isFalse();
  }

  @Test
  void aMailWhoseAnswerComesTooLateIsUncertain() {
    drain.start();
    long id = accept("hold@example.org");
    await().until(() -> entry(id).uncertain());
    assertThat(entry(id).lastReply()).contains("No answer within");
    relay.letGo();
    awaitState(id, MailState.SENT);
  }

  @Test
  void aMailThatWasCutOffInTheMiddleIsSentAgain() {
    drain.start();
    long id = accept("drop@example.org");
    awaitState(id, MailState.SENT);
    assertThat(entry(id).attempts()).isEqualTo(2);
    assertThat(relay.taken()).hasSize(1);
  }

  @Test
  void aMailThatTheRelayNeverReadIsNotUncertain() {
    drain.start();
    long id = accept("nodata@example.org");
    awaitState(id, MailState.SENT);
    assertThat(entry(id).uncertain()).isFalse();
    assertThat(entry(id).attempts()).isEqualTo(2);
    assertThat(relay.taken()).hasSize(1);
  }

  @Test
  void aRelayThatHangsUpBetweenTwoMailsCostsNeitherAnAttempt() {
    drain.start();
    long first = accept("hangup@example.org");
    awaitState(first, MailState.SENT);
    long second = accept("reader@example.org");
    awaitState(second, MailState.SENT);
    assertThat(entry(second).attempts()).isEqualTo(1);
    assertThat(relay.connections()).isEqualTo(2);
  }

  @Test
  void aRefusalIsNeverTakenForTheAnswerToTheNextMail() {
    drain.start();
    long refused = accept("permfail-reset@example.org");
    awaitState(refused, MailState.FAILED);
    long next = accept("reader@example.org");
    awaitState(next, MailState.SENT);
    assertThat(entry(next).attempts()).isEqualTo(1);
    assertThat(suppressions.reasonFor(EmailAddress.parse("reader@example.org"))).isEmpty();
  }

  private long accept(String to) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                outbox.accept(
                    new MailRequest(MailKind.EDITION, EmailAddress.parse(to), 1000, null)));
  }

  private LedgerEntry entry(long id) {
    return ledger.entry(id).orElseThrow();
  }

  private void awaitState(long id, MailState state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(entry(id).state()).isEqualTo(state));
  }
}
