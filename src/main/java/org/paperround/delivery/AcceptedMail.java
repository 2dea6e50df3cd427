package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Wakes the claimer when mails were accepted: after the commit, once a transaction. */
@ApplicationScoped
class AcceptedMail {

  private final TransactionSynchronizationRegistry transactions;
  private final OutboxBell bell;

  AcceptedMail(TransactionSynchronizationRegistry transactions, OutboxBell bell) {
    this.transactions = transactions;
    this.bell = bell;
  }

  void wakeAfterCommit() {
    if (transactions.getResource(AcceptedMail.class) != null) {
      return;
    }
    transactions.putResource(AcceptedMail.class, Boolean.TRUE);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              bell.ring();
            }
          }
        });
  }
}
