package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.RetryGuard;
import org.paperround.subscription.SubscriptionHold;
import org.paperround.subscription.SubscriptionStatus;

/**
 * Says whether a digest that failed may be sent after all. The failure let its papers come again,
 * so they are taken back first, unless another digest of the reader has some of them. Rounds are
 * kept out by holding the subscription.
 */
@ApplicationScoped
class EditionRetry implements RetryGuard {

  private final EditionRepository editions;
  private final SubscriptionHold subscriptions;

  EditionRetry(EditionRepository editions, SubscriptionHold subscriptions) {
    this.editions = editions;
    this.subscriptions = subscriptions;
  }

  @Override
  public Set<MailKind> kinds() {
    return Set.of(MailKind.EDITION);
  }

  @Override
  public void hold(long subscriptionId) {
    Optional<SubscriptionStatus> ignored = subscriptions.hold(subscriptionId);
  }

  @Override
  public Verdict takeBack(long subscriptionId, long reference) {
    Optional<SubscriptionStatus> status = subscriptions.hold(subscriptionId);
    Edition edition = editions.findById(reference, LockModeType.PESSIMISTIC_WRITE);
    if (status.isEmpty() || edition == null) {
      return Verdict.GONE;
    }
    if (status.get() != SubscriptionStatus.CONFIRMED) {
      return Verdict.NOT_WANTED;
    }
    if (edition.released) {
      Set<Long> papers = Selection.ids(edition.items);
      boolean elsewhere =
          editions.others(edition).stream()
              .anyMatch(other -> !Collections.disjoint(papers, Selection.ids(other.items)));
      if (elsewhere) {
        return Verdict.CAME_ELSEWHERE;
      }
      edition.released = false;
    }
    return Verdict.MAY_GO;
  }
}
