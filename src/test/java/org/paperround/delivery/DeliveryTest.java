package org.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.paperround.base.EmailAddress;
import org.paperround.base.TestClock;
import org.paperround.delivery.ScriptedRelay.Taken;
import org.paperround.delivery.smtp.RelayReply;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

@QuarkusTest
@TestProfile(DeliveryProfile.class)
class DeliveryTest {

  private static final long SUBSCRIPTION = 77;

  @Inject Outbox outbox;
  @Inject MailLedger ledger;
  @Inject OutboxDrain drain;
  @Inject EnvelopeSender envelopeSender;
  @Inject Suppressions suppressions;
  @Inject RelayGate gate;
  @Inject EntityManager entities;
  @Inject TestClock clock;
  @Inject EndedMails ended;

  @ConfigProperty(name = "quarkus.mailer.port")
  int port;

  private ScriptedRelay relay;

  @BeforeEach
  void openTheRelay() {
    drain.stop();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sql("delete from delivery_attempt");
              sql("delete from outgoing_mail");
              sql("delete from suppression");
            });
    ended.clear();
    relay = new ScriptedRelay(port);
    gate.observe(0, new RelayReply.Accepted("a fresh relay"));
  }

  @AfterEach
  void closeTheRelay() {
    clock.reset();
    relay.letGo();
    drain.stop();
    relay.close();
  }

  @Test
  void anAcceptedMailIsSentOnceWithTheHeadersOfItsKind() {
    drain.start();
    long edition = accept(MailKind.EDITION, "reader@example.org");
    long confirmation = accept(MailKind.CONFIRMATION, "newcomer@example.org");
    awaitState(edition, MailState.SENT);
    awaitState(confirmation, MailState.SENT);

    assertThat(relay.taken()).hasSize(2);
    Taken digest = relay.takenBy("reader@example.org").get(0);
    LedgerEntry entry = entry(edition);
    assertThat(digest.from()).isEqualTo(envelopeSender.of(edition).toString());
    assertThat(digest.header("Message-ID")).isEqualTo(entry.messageId());
    assertThat(digest.header("From")).isEqualTo("\"Paperround\" <digest@paperround.example>");
    assertThat(digest.header("To")).isEqualTo("reader@example.org");
    assertThat(digest.header("Subject")).isEqualTo("=?UTF-8?Q?Digest_1_=F0=9F=93=B0?=");
    assertThat(digest.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(digest.header("Precedence")).isEqualTo("bulk");
    assertThat(digest.header("List-Id")).isEqualTo("Paperround <paperround.paperround.example>");
    assertThat(digest.header("Feedback-ID")).startsWith("edition:paperround:");
    assertThat(digest.header("X-Entity-Ref-ID")).isEqualTo("edition-1");
    assertThat(digest.message()).doesNotContainIgnoringCase("\nCc:");
    Taken asked = relay.takenBy("newcomer@example.org").get(0);
    assertThat(asked.message()).doesNotContain("List-Id", "Precedence", "Feedback-ID");
    assertThat(entry.attempts()).isEqualTo(1);
    assertThat(entry.lastReply()).startsWith("250");
    assertThat(entry.sentAt()).isNotNull();
    // Nobody hangs on the many mails that were sent.
    assertThat(ended.of(edition)).isEmpty();
  }

  @Test
  void aDeferredMailIsSentLaterUnderTheSameMessageId() {
    drain.start();
    long id = accept(MailKind.EDITION, "tempfail@example.org");
    awaitState(id, MailState.SENT);
    assertThat(entry(id).attempts()).isEqualTo(2);
    assertThat(entry(id).uncertain()).isFalse();
    assertThat(relay.taken().get(0).header("Message-ID")).isEqualTo(entry(id).messageId());
  }

  @Test
  void aMailWhoseAnswerWasLostIsUncertainAndGoesAgainUnderTheSameMessageId() {
    drain.start();
    long id = accept(MailKind.EDITION, "lostack@example.org");
    awaitState(id, MailState.SENT);
    assertThat(entry(id).uncertain()).isTrue();
    assertThat(relay.taken()).hasSize(2);
    assertThat(relay.taken())
        .extracting(mail -> mail.header("Message-ID"))
        .containsOnly(entry(id).messageId());
    assertThat(relay.taken().get(0))
        .usingRecursiveComparison()
        .ignoringFields("message")
        .isEqualTo(relay.taken().get(1));
  }

  @Test
  void aMailboxThatDoesNotExistIsFailedAndSuppressed() {
    drain.start();
    long id = accept(MailKind.EDITION, "permfail@example.org");
    awaitState(id, MailState.FAILED);
    assertThat(entry(id).lastReply()).startsWith("550 5.1.1");
    assertThat(suppressions.reasonFor(EmailAddress.parse("Permfail@example.org")))
        .contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void aRefusalByPolicySaysNothingAboutTheAddress() {
    drain.start();
    long id = accept(MailKind.EDITION, "blocked@example.org");
    awaitState(id, MailState.FAILED);
    assertThat(suppressions.reasonFor(EmailAddress.parse("blocked@example.org"))).isEmpty();
  }

  @Test
  void aRelayThatAnswersWithoutWordsHasTakenTheMail() {
    drain.start();
    long id = accept(MailKind.EDITION, "terse@example.org");
    awaitState(id, MailState.SENT);
    assertThat(relay.taken()).hasSize(1);
  }

  @Test
  void aMailCancelledWhileItWaitsIsNotSent() {
    long id = accept(MailKind.EDITION, "reader@example.org");
    long transactional = accept(MailKind.PREFERENCES_LINK, "reader@example.org");
    int cancelled =
        QuarkusTransaction.requiringNew()
            .call(() -> outbox.cancel(SUBSCRIPTION, MailKind.EDITION, CancelReason.UNSUBSCRIBED));
    drain.start();
    awaitState(transactional, MailState.SENT);
    assertThat(cancelled).isEqualTo(1);
    assertThat(entry(id).state()).isEqualTo(MailState.CANCELLED);
    assertThat(entry(id).reason()).isEqualTo("UNSUBSCRIBED");
    assertThat(ended.of(id)).extracting(MailEnded::state).containsExactly(MailState.CANCELLED);
    assertThat(relay.taken()).hasSize(1);
  }

  @Test
  void aMailCancelledOnTheWireFinishesAsTheRelaySays() {
    drain.start();
    long id = accept(MailKind.EDITION, "hold@example.org");
    await().until(() -> relay.holding().contains("hold@example.org"));
    int cancelled =
        QuarkusTransaction.requiringNew()
            .call(() -> outbox.cancel(SUBSCRIPTION, MailKind.EDITION, CancelReason.PAUSED));
    assertThat(cancelled).isZero();
    relay.letGo();
    awaitState(id, MailState.SENT);
  }

  @Test
  void aMailCancelledOnTheWireIsNotTriedAgain() {
    drain.start();
    long id = accept(MailKind.EDITION, "hold-lostack@example.org");
    await().until(() -> relay.holding().contains("hold-lostack@example.org"));
    QuarkusTransaction.requiringNew()
        .run(() -> outbox.cancel(SUBSCRIPTION, MailKind.EDITION, CancelReason.UNSUBSCRIBED));
    relay.letGo();
    awaitState(id, MailState.CANCELLED);
    assertThat(entry(id).uncertain()).isTrue();
    assertThat(relay.taken()).hasSize(1);
  }

  @Test
  void aMailToAnAddressSuppressedAfterQueueingIsNotSent() {
    long id = accept(MailKind.EDITION, "reader@example.org");
    suppressions.suppress(
        EmailAddress.parse("reader@example.org"), SuppressionReason.COMPLAINT, "called it spam");
    drain.start();
    awaitState(id, MailState.SUPPRESSED);
    assertThat(entry(id).reason()).isEqualTo("COMPLAINT");
    assertThat(relay.taken()).isEmpty();
  }

  @Test
  void onlyAConfirmationReachesAnErasedAddress() {
    suppressions.suppressErased(EmailAddress.parse("back@example.org"));
    drain.start();
    long edition = accept(MailKind.EDITION, "back@example.org");
    long confirmation = accept(MailKind.CONFIRMATION, "back@example.org");
    awaitState(edition, MailState.SUPPRESSED);
    awaitState(confirmation, MailState.SENT);
    assertThat(entry(edition).reason()).isEqualTo("ERASED");
  }

  @Test
  void anErasedReadersRowsForgetTheAddressAndStillEnd() {
    drain.start();
    long failed = accept(MailKind.EDITION, "permfail@example.org");
    awaitState(failed, MailState.FAILED);
    drain.stop();
    long waiting = accept(MailKind.EDITION, "permfail@example.org");
    int rows = QuarkusTransaction.requiringNew().call(() -> outbox.anonymise(SUBSCRIPTION));
    assertThat(rows).isEqualTo(2);
    assertThat(entry(waiting).state()).isEqualTo(MailState.CANCELLED);
    assertThat(entry(waiting).reason()).isEqualTo("ERASED");
    assertThat(entry(failed).to()).isNull();
    assertThat(entry(failed).lastReply()).isNull();
    assertThat(envelopeSender.mailOf(envelopeSender.of(failed).localPart())).hasValue(failed);
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> sqlList("select reply from delivery_attempt where reply is not null")))
        .isEmpty();
  }

  @Test
  void aStaleMailExpires() {
    long id = accept(MailKind.EDITION, "reader@example.org");
    clock.advance(Duration.ofHours(20));
    drain.start();
    awaitState(id, MailState.EXPIRED);
    assertThat(relay.taken()).isEmpty();
  }

  @Test
  void aRelayThatIsDownCostsNoAttemptAndSendingResumesByItself() {
    relay.close();
    drain.start();
    long id = accept(MailKind.EDITION, "reader@example.org");
    await().until(() -> !gate.isOpen());
    assertThat(entry(id).attempts()).isZero();
    assertThat(entry(id).state()).isIn(MailState.QUEUED, MailState.SENDING);
    relay = new ScriptedRelay(port);
    awaitState(id, MailState.SENT);
    assertThat(entry(id).attempts()).isEqualTo(1);
    assertThat(entry(id).uncertain()).isFalse();
    assertThat(gate.isOpen()).isTrue();
  }

  @RepeatedTest(3)
  void aRelayThatGreetsWith421CostsNoAttempt() {
    relay.greetWith("421 4.3.2 not now");
    drain.start();
    long id = accept(MailKind.EDITION, "reader@example.org");
    await().until(() -> !gate.isOpen());
    relay.greetWith("220 relay.test");
    awaitState(id, MailState.SENT);
    assertThat(entry(id).attempts()).isEqualTo(1);
  }

  @Test
  void fiveMailsThatFailAlikeAreTheRelaysFault() {
    List<Long> ids =
        IntStream.range(0, 5)
            .mapToObj(i -> accept(MailKind.EDITION, "alwaystemp" + i + "@example.org"))
            .toList();
    drain.start();
    await().until(() -> !gate.isOpen());
    await()
        .untilAsserted(
            () -> assertThat(ids).allSatisfy(id -> assertThat(entry(id).attempts()).isZero()));
    long good = accept(MailKind.CONFIRMATION, "good@example.org");
    awaitState(good, MailState.SENT);
  }

  @Test
  void manyMailsThatFailAlikeAndStandTogetherDoNotKeepTheOthers() {
    IntStream.range(0, 20)
        .forEach(i -> accept(MailKind.EDITION, "alwaystemp" + i + "@example.org"));
    List<Long> good =
        IntStream.range(0, 60)
            .mapToObj(i -> accept(MailKind.EDITION, "good" + i + "@example.org"))
            .toList();
    drain.start();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(good)
                    .allSatisfy(id -> assertThat(entry(id).state()).isEqualTo(MailState.SENT)));
  }

  @Test
  void aMailThatCannotBeRenderedIsDeferredAndHoldsUpNobody() {
    drain.start();
    long broken = accept(MailKind.EDITION, "broken@example.org", StubRenderers.BROKEN);
    long gone = accept(MailKind.EDITION, "gone@example.org", StubRenderers.GONE);
    long good = accept(MailKind.EDITION, "good@example.org");
    awaitState(good, MailState.SENT);
    awaitState(gone, MailState.CANCELLED);
    awaitState(broken, MailState.DEFERRED);
    assertThat(entry(gone).reason()).isEqualTo("GONE");
  }

  @Test
  void whatADeadSenderHadOnTheWireIsUncertainAndWhatItHadClaimedIsNot() {
    long onTheWire = accept(MailKind.EDITION, "wire@example.org");
    long claimed = accept(MailKind.EDITION, "claimed@example.org");
    String messageId = entry(onTheWire).messageId();
    leaseToTheDead(onTheWire, MailState.SENDING);
    leaseToTheDead(claimed, MailState.QUEUED);
    drain.start();
    awaitState(onTheWire, MailState.SENT);
    awaitState(claimed, MailState.SENT);
    assertThat(entry(onTheWire).uncertain()).isTrue();
    assertThat(entry(onTheWire).attempts()).isEqualTo(2);
    assertThat(relay.takenBy("wire@example.org").get(0).header("Message-ID")).isEqualTo(messageId);
    assertThat(entry(claimed).uncertain()).isFalse();
    assertThat(entry(claimed).attempts()).isEqualTo(1);
  }

  @Test
  void aRowLeasedToAnotherInstanceIsLeftAlone() {
    long theirs = accept(MailKind.EDITION, "theirs@example.org");
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql(
                    "update outgoing_mail set lease_owner = 'other', lease_until = current_timestamp"
                        + " + interval '1' hour where id = "
                        + theirs));
    drain.start();
    long ours = accept(MailKind.EDITION, "ours@example.org");
    awaitState(ours, MailState.SENT);
    assertThat(entry(theirs).state()).isEqualTo(MailState.QUEUED);
  }

  @Test
  void aConfirmationOvertakesAThousandDigests() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              List<MailRequest> digests = new ArrayList<>();
              for (int i = 0; i < 1000; i++) {
                digests.add(request(MailKind.EDITION, "hold" + i + "@example.org", i + 1000));
              }
              assertThat(outbox.acceptAll(digests)).doesNotHaveDuplicates().isSorted();
            });
    drain.start();
    await().until(() -> relay.holding().size() == 3);
    long confirmation = accept(MailKind.CONFIRMATION, "impatient@example.org");
    awaitState(confirmation, MailState.SENT);
    assertThat(relay.taken()).hasSize(1);
    relay.letGo();
    await().atMost(Duration.ofMinutes(1)).until(() -> ledger.counts().get(MailState.SENT) == 1001);
    assertThat(relay.taken()).extracting(Taken::to).doesNotHaveDuplicates();
  }

  @Test
  void aStopFinishesWhatIsOnTheWireAndLetsGoOfTheRest() {
    long onTheWire = accept(MailKind.EDITION, "hold@example.org");
    IntStream.range(0, 2).forEach(i -> accept(MailKind.EDITION, "hold" + i + "@example.org"));
    List<Long> rest =
        IntStream.range(0, 10)
            .mapToObj(i -> accept(MailKind.EDITION, "rest" + i + "@example.org"))
            .toList();
    drain.start();
    await().until(() -> relay.holding().size() == 3);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(drain::stop);
    // Only a stop that has been heard may free the senders, or they would go on with the rest.
    await().until(drain::isStopping);
    relay.letGo();
    stopped.join();
    assertThat(entry(onTheWire).state()).isEqualTo(MailState.SENT);
    assertThat(relay.taken()).hasSize(3);
    assertThat(rest)
        .allSatisfy(
            id -> {
              assertThat(entry(id).state()).isEqualTo(MailState.QUEUED);
              assertThat(entry(id).attempts()).isZero();
            });
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> sqlList("select id from outgoing_mail where lease_owner is not null")))
        .isEmpty();
  }

  @Test
  void theLedgerIsReadByStateAndAddressPageByPage() {
    for (int i = 0; i < 7; i++) {
      accept(MailKind.EDITION, "reader" + i + "@example.org");
    }
    long twice = accept(MailKind.EDITION, "reader3@example.org");
    LedgerPage second = ledger.page(Set.of(MailState.QUEUED, MailState.SENDING), null, 1, 5);
    assertThat(second.total()).isEqualTo(8);
    assertThat(second.items()).hasSize(3);
    assertThat(ledger.page(Set.of(MailState.SENT), null, 0, 5).items()).isEmpty();
    LedgerPage one = ledger.page(Set.of(), "READER3@example.org", 0, 50);
    assertThat(one.items()).extracting(LedgerEntry::id).hasSize(2).startsWith(twice);
    assertThat(ledger.counts())
        .containsEntry(MailState.QUEUED, 8L)
        .containsEntry(MailState.SENT, 0L);
    clock.advance(Duration.ofMinutes(5));
    assertThat(ledger.oldestWaiting().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
  }

  private long accept(MailKind kind, String to) {
    return accept(kind, to, 1);
  }

  private long accept(MailKind kind, String to, long reference) {
    return QuarkusTransaction.requiringNew()
        .call(() -> outbox.accept(request(kind, to, reference)));
  }

  private static MailRequest request(MailKind kind, String to, long reference) {
    return new MailRequest(kind, EmailAddress.parse(to), reference, SUBSCRIPTION);
  }

  private LedgerEntry entry(long id) {
    return ledger.entry(id).orElseThrow();
  }

  private void awaitState(long id, MailState state) {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(entry(id).state()).isEqualTo(state));
  }

  private void leaseToTheDead(long id, MailState state) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql(
                    "update outgoing_mail set lease_owner = 'dead', lease_until = current_timestamp"
                        + " - interval '1' second, state = '"
                        + state
                        + "' where id = "
                        + id));
  }

  private void sql(String statement) {
    entities.createNativeQuery(statement).executeUpdate();
  }

  private List<?> sqlList(String query) {
    return entities.createNativeQuery(query).getResultList();
  }
}
