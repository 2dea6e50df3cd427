package org.paperround.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.paperround.suppression.LiftOutcome.LIFTED;
import static org.paperround.suppression.LiftOutcome.NOT_LISTED;
import static org.paperround.suppression.LiftOutcome.STAYS_ERASED;
import static org.paperround.suppression.LiftedBy.OPERATOR;
import static org.paperround.suppression.SuppressionReason.COMPLAINT;
import static org.paperround.suppression.SuppressionReason.ERASED;
import static org.paperround.suppression.SuppressionReason.HARD_BOUNCE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.EmailAddress;

@QuarkusTest
class SuppressionsTest {

  private static final EmailAddress READER = EmailAddress.parse("Reader@example.org");

  @Inject Suppressions suppressions;
  @Inject SuppressionHistory history;
  @Inject EntityManager entities;
  @Inject News news;

  @BeforeEach
  void emptyTheList() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              entities.createQuery("delete from Suppression").executeUpdate();
              entities.createQuery("delete from PastSuppression").executeUpdate();
            });
    news.heard.clear();
  }

  @Test
  void anAddressNobodySuppressedMayBeMailed() {
    assertThat(suppressions.reasonFor(READER)).isEmpty();
  }

  @Test
  void theFirstReasonStaysAndIsToldOnce() {
    suppressions.suppress(READER, HARD_BOUNCE, "550 5.1.1 no such user");
    suppressions.suppress(EmailAddress.parse("READER@EXAMPLE.ORG"), COMPLAINT, "spam");
    assertThat(suppressions.reasonFor(READER)).contains(HARD_BOUNCE);
    assertThat(news.heard).containsExactly(new AddressSuppressed(READER, HARD_BOUNCE));
  }

  @Test
  void anErasedAddressIsKnownAgainButNotKept() {
    suppressions.suppressErased(READER);
    suppressions.suppressErased(READER);
    assertThat(suppressions.reasonFor(EmailAddress.parse("reader@EXAMPLE.org"))).contains(ERASED);
    assertThat(stored()).hasSize(1).allMatch(address -> address.matches("[0-9a-f]{64}"));
    assertThat(news.heard).isEmpty();
  }

  @Test
  void liftingAnErasureLetsTheAddressBeMailedAgain() {
    suppressions.suppressErased(READER);
    suppressions.liftErasure(READER);
    assertThat(suppressions.reasonFor(READER)).isEmpty();
  }

  @Test
  void erasingABouncedAddressForgetsItAndKeepsTheReason() {
    suppressions.suppress(READER, HARD_BOUNCE, "550 5.1.1 <reader@example.org> unknown");
    suppressions.suppressErased(READER);
    suppressions.liftErasure(READER);
    assertThat(suppressions.reasonFor(READER)).contains(HARD_BOUNCE);
    assertThat(stored()).allMatch(address -> address.matches("[0-9a-f]{64}"));
  }

  @Test
  void anErasedAddressThatBouncesIsRefusedForTheBounce() {
    suppressions.suppressErased(READER);
    suppressions.suppress(READER, HARD_BOUNCE, "550");
    assertThat(suppressions.reasonFor(READER)).contains(HARD_BOUNCE);
  }

  @Test
  void manyAddressesAreLookedUpAsOneIs() {
    EmailAddress bounced = EmailAddress.parse("bounced@example.org");
    EmailAddress sameMailbox = EmailAddress.parse("BOUNCED@example.org");
    EmailAddress erased = EmailAddress.parse("erased@example.org");
    EmailAddress both = EmailAddress.parse("both@example.org");
    EmailAddress erasedLater = EmailAddress.parse("erasedlater@example.org");
    suppressions.suppress(bounced, HARD_BOUNCE, "550");
    suppressions.suppressErased(erased);
    suppressions.suppressErased(both);
    suppressions.suppress(both, COMPLAINT, "spam");
    suppressions.suppress(erasedLater, HARD_BOUNCE, "550");
    suppressions.suppressErased(erasedLater);

    List<EmailAddress> asked =
        List.of(bounced, sameMailbox, erased, both, erasedLater, READER, bounced);

    assertThat(suppressions.reasonsFor(asked))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                bounced, HARD_BOUNCE,
                sameMailbox, HARD_BOUNCE,
                erased, ERASED,
                both, COMPLAINT,
                erasedLater, HARD_BOUNCE));
    for (EmailAddress one : asked) {
      assertThat(suppressions.reasonFor(one))
          .isEqualTo(Optional.ofNullable(suppressions.reasonsFor(asked).get(one)));
    }
    assertThat(suppressions.reasonsFor(List.of())).isEmpty();
  }

  @Test
  void aGroupOfAnySizeIsLookedUp() {
    List<EmailAddress> group =
        IntStream.range(0, 40_000)
            .mapToObj(i -> EmailAddress.parse("reader" + i + "@example.org"))
            .toList();
    suppressions.suppress(group.get(39_999), HARD_BOUNCE, "550");
    assertThat(suppressions.reasonsFor(group)).isEqualTo(Map.of(group.get(39_999), HARD_BOUNCE));
  }

  @Test
  void whatJoinsATransactionIsSeenInIt() {
    QuarkusTransaction.begin();
    try {
      suppressions.suppress(READER, HARD_BOUNCE, "550");
      assertThat(suppressions.reasonFor(READER)).contains(HARD_BOUNCE);
    } finally {
      QuarkusTransaction.rollback();
    }
    assertThat(suppressions.reasonFor(READER)).isEmpty();
    assertThat(history.count(READER)).isZero();
  }

  @Test
  void everyTimeOnTheListIsKeptWithHowItEnded() {
    suppressions.suppress(READER, HARD_BOUNCE, "550 no such user");
    suppressions.suppress(READER, COMPLAINT, "not the first");
    suppressions.lift(EmailAddress.parse("READER@example.org"));
    suppressions.suppress(READER, COMPLAINT, "spam");

    List<SuppressionPeriod> happened = history.page(READER, 0, 10);

    assertThat(happened)
        .extracting(
            SuppressionPeriod::reason, SuppressionPeriod::detail, SuppressionPeriod::liftedBy)
        .containsExactly(
            tuple(COMPLAINT, "spam", null), tuple(HARD_BOUNCE, "550 no such user", OPERATOR));
    assertThat(happened.get(0).liftedAt()).isNull();
    assertThat(happened.get(1).liftedAt()).isNotNull();
  }

  @Test
  void theHistoryOfAnErasedReaderKeepsNeitherAddressNorDetails() {
    suppressions.suppress(READER, HARD_BOUNCE, "550 <reader@example.org>");
    suppressions.lift(READER);
    suppressions.suppress(READER, COMPLAINT, "spam by reader@example.org");
    suppressions.suppressErased(READER);
    suppressions.suppressErased(READER);

    assertThat(all("select concat(p.address, ' ', p.detail) from PastSuppression p"))
        .hasSize(3)
        .allMatch(row -> row.matches("[0-9a-f]{64} "));
    assertThat(history.page(READER, 0, 10))
        .extracting(SuppressionPeriod::reason, SuppressionPeriod::liftedBy)
        .containsExactlyInAnyOrder(
            tuple(ERASED, null), tuple(COMPLAINT, null), tuple(HARD_BOUNCE, OPERATOR));

    suppressions.lift(READER);
    suppressions.liftErasure(READER);
    assertThat(history.page(READER, 0, 10))
        .extracting(SuppressionPeriod::reason, SuppressionPeriod::liftedBy)
        .containsExactlyInAnyOrder(
            tuple(ERASED, LiftedBy.READER),
            tuple(COMPLAINT, OPERATOR),
            tuple(HARD_BOUNCE, OPERATOR));
  }

  @Test
  void anErasureIsNeverStoredInTheClear() {
    assertThatThrownBy(() -> suppressions.suppress(READER, ERASED, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatTheOperatorLiftsMayBeMailed() {
    suppressions.suppress(READER, HARD_BOUNCE, "550");
    assertThat(suppressions.lift(EmailAddress.parse("READER@example.org"))).isEqualTo(LIFTED);
    assertThat(suppressions.reasonFor(READER)).isEmpty();
    assertThat(suppressions.lift(READER)).isEqualTo(NOT_LISTED);
  }

  @Test
  void theOperatorDoesNotLiftAnErasure() {
    suppressions.suppressErased(READER);
    assertThat(suppressions.lift(READER)).isEqualTo(STAYS_ERASED);
    suppressions.suppress(READER, HARD_BOUNCE, "550");
    assertThat(suppressions.lift(READER)).isEqualTo(LIFTED);
    assertThat(suppressions.reasonFor(READER)).contains(ERASED);
  }

  @Test
  void liftingTheBounceOfAnErasedReaderLeavesThemErased() {
    suppressions.suppress(READER, HARD_BOUNCE, "550");
    suppressions.suppressErased(READER);
    assertThat(suppressions.lift(READER)).isEqualTo(LIFTED);
    assertThat(suppressions.reasonFor(READER)).contains(ERASED);
    assertThat(suppressions.lift(READER)).isEqualTo(STAYS_ERASED);
  }

  @Test
  void theListNamesNobodyWhoWasErased() {
    suppressions.suppress(READER, HARD_BOUNCE, "550 <reader@example.org>");
    suppressions.suppressErased(READER);
    assertThat(suppressions.page(READER, 0, 10))
        .singleElement()
        .satisfies(line -> assertThat(line.address()).isNull())
        .satisfies(line -> assertThat(line.detail()).isEmpty());
  }

  private List<String> stored() {
    return all("select s.address from Suppression s");
  }

  private List<String> all(String query) {
    return QuarkusTransaction.requiringNew()
        .call(() -> entities.createQuery(query, String.class).getResultList());
  }

  /** Hears which addresses were suppressed. */
  @Singleton
  static class News {

    final List<AddressSuppressed> heard = new CopyOnWriteArrayList<>();

    void hear(@Observes AddressSuppressed suppressed) {
      heard.add(suppressed);
    }
  }
}
