package org.paperround.bounce.mailbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** Remembers which messages were left in a mailbox that has no other place for them. */
@ApplicationScoped
class LeftMessages {

  private final EntityManager entities;
  private final Clock clock;

  LeftMessages(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  Set<String> of(String mailbox) {
    return QuarkusTransaction.requiringNew().call(() -> read(mailbox));
  }

  void remember(String mailbox, String uid) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              LeftMessage message = new LeftMessage();
              message.key = new LeftMessage.Key(mailbox, uid);
              message.leftAt = clock.instant();
              entities.merge(message);
            });
  }

  /** Somebody has taken the others out of the mailbox. */
  void forgetAllBut(String mailbox, Set<String> present) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Set<String> gone = read(mailbox);
              gone.removeAll(present);
              for (String uid : gone) {
                entities.remove(
                    entities.getReference(LeftMessage.class, new LeftMessage.Key(mailbox, uid)));
              }
            });
  }

  private Set<String> read(String mailbox) {
    return new HashSet<>(
        entities
            .createQuery(
                "select m.key.uid from LeftMessage m where m.key.mailbox = :mailbox", String.class)
            .setParameter("mailbox", mailbox)
            .getResultList());
  }
}
