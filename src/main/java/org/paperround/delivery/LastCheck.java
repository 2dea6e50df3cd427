package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

/** Looks at a claimed row for the last time before it goes on the wire. */
@ApplicationScoped
class LastCheck {

  private final EntityManager entities;
  private final Suppressions suppressions;
  private final Leases leases;
  private final Event<MailEnded> ended;
  private final Clock clock;

  LastCheck(
      EntityManager entities,
      Suppressions suppressions,
      Leases leases,
      Event<MailEnded> ended,
      Clock clock) {
    this.entities = entities;
    this.suppressions = suppressions;
    this.leases = leases;
    this.ended = ended;
    this.clock = clock;
  }

  /** Names a row as the next on the wire; null when it is not to go, which is then recorded. */
  @Nullable OnTheWire name(long mailId, boolean tell) {
    OutgoingMail mail = entities.find(OutgoingMail.class, mailId, LockModeType.PESSIMISTIC_WRITE);
    if (mail == null || mail.state.isFinal() || !leases.owner().equals(mail.leaseOwner)) {
      return null;
    }
    Instant now = clock.instant();
    EmailAddress to = mail.to();
    if (to == null) {
      return end(mail, MailState.CANCELLED, CancelReason.ERASED.name(), tell);
    }
    if (!now.isBefore(mail.expiresAt)) {
      return end(mail, MailState.EXPIRED, null, tell);
    }
    Optional<SuppressionReason> suppressed =
        suppressions.reasonFor(to).filter(reason -> forbids(reason, mail.kind));
    if (suppressed.isPresent()) {
      return end(mail, MailState.SUPPRESSED, suppressed.get().name(), tell);
    }
    return leases.toTheWire(mailId)
        ? new OnTheWire(mailId, mail.kind, to, mail.reference, mail.messageId(), mail.queuedAt)
        : null;
  }

  /**
   * Somebody who was erased may come back: that sign-up's confirmation is all that reaches them.
   */
  private static boolean forbids(SuppressionReason reason, MailKind kind) {
    return switch (reason) {
      case ERASED -> kind != MailKind.CONFIRMATION;
      case HARD_BOUNCE, COMPLAINT, REPEATED_SOFT_BOUNCE, MANUAL -> true;
    };
  }

  private @Nullable OnTheWire end(
      OutgoingMail mail, MailState state, @Nullable String why, boolean tell) {
    MailEnded end = mail.end(state, why, clock.instant());
    if (tell) {
      ended.fire(end);
    }
    return null;
  }
}
