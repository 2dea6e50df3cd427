package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Claims due rows, and puts right what a sender that died has left behind: a row that was on the
 * wire may have been taken by the relay, so it becomes uncertain and goes out again under the same
 * Message-ID. A row that was merely claimed is as if nothing had been.
 */
@ApplicationScoped
class Recovery {

  private static final String DIED = "Its sender stopped before the answer was recorded";

  private final EntityManager entities;
  private final Leases leases;
  private final Attempts attempts;
  private final ClaimedMails claimed;
  private final DeliveryPause pause;
  private final Event<MailEnded> ended;
  private final Clock clock;

  Recovery(
      EntityManager entities,
      Leases leases,
      Attempts attempts,
      ClaimedMails claimed,
      DeliveryPause pause,
      Event<MailEnded> ended,
      Clock clock) {
    this.entities = entities;
    this.leases = leases;
    this.attempts = attempts;
    this.claimed = claimed;
    this.pause = pause;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Leases what is due in a lane, in one commit; what comes back is ready for a sender. Nothing
   * while the lane is paused.
   */
  List<Long> claim(Lane lane, int atMost) {
    if (pause.isPaused(lane)) {
      return List.of();
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<Long> leased = new ArrayList<>(leases.claim(lane, atMost));
              // Ours, after we failed to renew: their senders still have them.
              leased.removeIf(claimed::holds);
              if (!leased.isEmpty()) {
                leased.removeAll(recoverAmong(leased));
              }
              return leased;
            });
  }

  private List<Long> recoverAmong(List<Long> leased) {
    List<Long> over = new ArrayList<>();
    List<OutgoingMail> interrupted =
        entities
            .createQuery(
                "from OutgoingMail m where m.id in :ids and m.state = :sending", OutgoingMail.class)
            .setParameter("ids", leased)
            .setParameter("sending", MailState.SENDING)
            .getResultList();
    for (OutgoingMail mail : interrupted) {
      mail.uncertain = true;
      attempts.count(mail, AttemptOutcome.LOST, null, null, DIED);
      if (mail.cancelAsked == null) {
        mail.state = MailState.DEFERRED;
      } else {
        ended.fire(mail.end(MailState.CANCELLED, mail.cancelAsked.name(), clock.instant()));
        over.add(mail.id());
      }
    }
    return over;
  }
}
