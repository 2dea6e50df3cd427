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
  private final DueMails due;
  private final Attempts attempts;
  private final ClaimedMails claimed;
  private final DeliveryPause pause;
  private final Event<MailEnded> ended;
  private final Clock clock;

  Recovery(
      EntityManager entities,
      DueMails due,
      Attempts attempts,
      ClaimedMails claimed,
      DeliveryPause pause,
      Event<MailEnded> ended,
      Clock clock) {
    this.entities = entities;
    this.due = due;
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
              List<DueMails.Leased> leased = new ArrayList<>(due.claim(lane, passedBy, atMost));
              // Ours, after we failed to renew: their senders still have them.
              leased.removeIf(one -> claimed.holds(one.mail().id()));
              Set<Long> over = recoverAmong(leased);
              return leased.stream()
                  .map(DueMails.Leased::mail)
                  .filter(mail -> !over.contains(mail.id()))
                  .toList();
            });
  }

  private Set<Long> recoverAmong(List<DueMails.Leased> leased) {
    List<Long> interrupted =
        leased.stream().filter(DueMails.Leased::interrupted).map(one -> one.mail().id()).toList();
    return interrupted.isEmpty() ? Set.of() : recover(interrupted);
  }

  /** Those that are over with that. */
  private Set<Long> recover(List<Long> interrupted) {
    Set<Long> over = new HashSet<>();
    List<OutgoingMail> mails =
        entities
            .createQuery("from OutgoingMail m where m.id in :ids", OutgoingMail.class)
            .setParameter("ids", interrupted)
            .getResultList();
    for (OutgoingMail mail : mails) {
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
