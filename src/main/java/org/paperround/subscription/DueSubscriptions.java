package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Hands due subscriptions to a round and takes note of what it made of them. */
@ApplicationScoped
public class DueSubscriptions {

  private final SubscriptionRepository subscriptions;

  DueSubscriptions(SubscriptionRepository subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * Locks some subscriptions that are due until the caller's transaction ends; those that another
   * instance has are left out.
   *
   * @param at the instant of the round
   * @param except ids to leave alone
   * @param most how many at most
   * @return their ids, the longest due first
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> claim(Instant at, Collection<Long> except, int most) {
    return subscriptions.claimDue(at, except, most).stream().map(s -> s.id).toList();
  }

  /**
   * Reads a claimed subscription.
   *
   * @throws RuntimeException if what is stored of it does not read
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public DueSubscription due(long id, Instant at) {
    Subscription subscription = subscriptions.findById(id);
    Choices choices = subscription.choices();
    DeliverySlots slots = new DeliverySlots(choices);
    return new DueSubscription(
        subscription.id,
        subscription.subscriber.address(),
        choices,
        List.copyOf(subscription.topics),
        subscription.firstDigestDue,
        subscription.firstDigestDue ? slots.dayOf(at) : slots.lastDayUntil(at),
        subscription.lastRoundAt);
  }

  /**
   * Notes what a round made of a claimed subscription and moves it to its first slot after the
   * round's instant. A pause that ran out is over.
   *
   * @param papersSeen how many papers were new, whoever they were for
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void served(long id, Instant at, RoundOutcome outcome, int papersSeen) {
    Subscription subscription = subscriptions.findById(id);
    subscription.status = SubscriptionStatus.CONFIRMED;
    DeliverySlots slots = new DeliverySlots(subscription.choices());
    if (!subscription.firstDigestDue) {
      subscription.lastSlotOn = slots.lastDayUntil(at);
    }
    subscription.firstDigestDue = false;
    subscription.lastRoundAt = at;
    subscription.lastOutcome = outcome;
    subscription.lastPapersSeen = papersSeen;
    subscription.dueAt = slots.firstAfter(at);
  }

  /** Whether somebody is due at an instant; a quick look before a round. */
  @Transactional
  public boolean anyDue(Instant at) {
    return subscriptions.count("dueAt <= ?1", at) > 0;
  }
}
