package org.paperround.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperround.suppression.LiftOutcome.LIFTED;
import static org.paperround.suppression.LiftOutcome.NOT_LISTED;
import static org.paperround.suppression.LiftOutcome.STAYS_ERASED;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperround.base.EmailAddress;

@QuarkusTest
class SuppressionsTest {

  private static final EmailAddress READER = EmailAddress.parse("Reader@example.org");

  @Inject Suppressions suppressions;
  @Inject EntityManager entities;
  @Inject News news;

  @BeforeEach
  void emptyTheList() {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createQuery("delete from Suppression").executeUpdate());
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
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery("select s.address from Suppression s", String.class)
                    .getResultList());
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
