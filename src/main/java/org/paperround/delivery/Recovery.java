package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
   *
   * @param passedBy domains whose mails are left where they are
   */
  List<ClaimedMail> claim(Lane lane, Set<String> passedBy, int atMost) {
    if (pause.isPaused(lane)) {
      return List.of();
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<ClaimedMail> leased = new ArrayList<>(leases.claim(lane, passedBy, atMost));
              // Ours, after we failed to renew: their senders still have them.
              leased.removeIf(mail -> claimed.holds(mail.id()));
              if (!leased.isEmpty()) {
                Set<Long> over = recoverAmong(leased);
                leased.removeIf(mail -> over.contains(mail.id()));
              }
              return leased;
            });
  }

  private Set<Long> recoverAmong(List<ClaimedMail> leased) {
    Set<Long> over = new HashSet<>();
    List<OutgoingMail> interrupted =
        entities
            .createQuery(
                "from OutgoingMail m where m.id in :ids and m.state = :sending", OutgoingMail.class)
            .setParameter("ids", leased.stream().map(ClaimedMail::id).toList())
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
