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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.smtp.RelayReply;

@QuarkusTest
@TestProfile(RatesTest.Limited.class)
public class RatesTest {

  /** Twenty a second to everybody, and two a minute to one domain. */
  public static class Limited extends DeliveryProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.putAll(rates());
      return settings;
    }

    static Map<String, String> rates() {
      return Map.of(
          "paperround.delivery.rate-per-second", "20",
          "paperround.delivery.domains.\"strict.example\".per-minute", "2",
          "paperround.delivery.mails-per-connection", "5");
    }
  }

  @Inject Outbox outbox;
  @Inject MailLedger ledger;
  @Inject OutboxDrain drain;
  @Inject EntityManager entities;
  @Inject RelayGate gate;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  private ScriptedRelay relay;

  @BeforeEach
  void openTheRelay() {
    drain.stop();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.createNativeQuery("delete from outgoing_mail").executeUpdate();
              entities.createNativeQuery("delete from mails_allowed").executeUpdate();
            });
    relay = new ScriptedRelay(port);
    gate.observe(0, new RelayReply.Accepted("a fresh relay"));
  }

  @AfterEach
  void closeTheRelay() {
    drain.stop();
    relay.close();
  }

  @Test
  void noSecondSeesMoreMailsThanItMayAlsoAfterARestart() {
    accept(70, "reader%d@example.org");
    drain.start();
    await().until(() -> relay.taken().size() > 25);
    drain.stop();
    drain.start();
    await().until(() -> relay.taken().size() == 70);
    List<Long> times = relay.takenAt();
    for (int first = 0; first + 20 < times.size(); first++) {
      // The relay's clock and the moment of leaving differ by what a mail takes on the wire.
      assertThat(Duration.ofNanos(times.get(first + 20) - times.get(first)))
          .isGreaterThan(Duration.ofMillis(850));
    }
  }

  @Test
  void aDomainWithAStricterRateWaitsAndHoldsUpNobody() {
    accept(40, "reader%d@strict.example");
    accept(20, "reader%d@example.org");
    drain.start();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                relay.taken().stream().filter(mail -> mail.to().endsWith("@example.org")).count()
                    == 20);
    assertThat(relay.taken()).hasSizeBetween(20, 22);
    // What waits for the rate was given back, and no attempt was counted.
    await()
        .untilAsserted(
            () ->
                assertThat(
                        QuarkusTransaction.requiringNew()
                            .call(
                                () ->
                                    entities
                                        .createNativeQuery(
                                            "select count(*) from outgoing_mail where state ="
                                                + " 'QUEUED' and attempts = 0 and lease_owner is"
                                                + " null")
                                        .getSingleResult()))
                    .isEqualTo(38L));
    assertThat(ledger.counts()).containsEntry(MailState.SENT, 22L);
  }

  @Test
  void aConnectionIsReplacedAfterItsShareOfMails() {
    accept(20, "reader%d@example.org");
    drain.start();
    await().until(() -> relay.taken().size() == 20);
    assertThat(relay.connections()).isGreaterThanOrEqualTo(4);
  }

  private void accept(int mails, String to) {
    QuarkusTransaction.requiringNew()
        .call(
            () ->
                outbox.acceptAll(
                    IntStream.range(0, mails)
                        .mapToObj(
                            i ->
                                new MailRequest(
                                    MailKind.EDITION,
                                    EmailAddress.parse(to.formatted(i)),
                                    i + 1000,
                                    null))
                        .toList()));
  }
}
