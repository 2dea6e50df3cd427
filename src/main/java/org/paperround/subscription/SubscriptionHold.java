package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Keeps a subscription as it is until the caller's transaction ends. */
@ApplicationScoped
public class SubscriptionHold {

  private final SubscriptionRepository subscriptions;

  SubscriptionHold(SubscriptionRepository subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * Locks a subscription, so that neither a round nor its reader changes it meanwhile. To be called
   * before anything else of it is locked, its mails and editions included.
   *
   * @return where it stands; empty when it was erased
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<SubscriptionStatus> hold(long id) {
    return subscriptions.locked(id).map(subscription -> subscription.status);
  }
}
