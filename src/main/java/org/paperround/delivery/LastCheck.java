package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.smtp.SmtpReplyText;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;

/** Looks at claimed rows for the last time before they go on the wire. */
@ApplicationScoped
class LastCheck {

  private final EntityManager entities;
  private final Suppressions suppressions;
  private final Event<MailEnded> ended;
  private final Event<SoftRefusal> softlyRefused;
  private final Clock clock;

  LastCheck(
      EntityManager entities,
      Suppressions suppressions,
      Event<MailEnded> ended,
      Event<SoftRefusal> softlyRefused,
      Clock clock) {
    this.entities = entities;
    this.suppressions = suppressions;
    this.ended = ended;
    this.softlyRefused = softlyRefused;
    this.clock = clock;
  }

  /** Why a mail does not go, and the state that says so. */
  record Verdict(MailState state, @Nullable String why) {}

  /** The reasons why some of the next mails' addresses must not be mailed. */
  Map<EmailAddress, SuppressionReason> suppressed(Collection<Turn> turns) {
    Set<EmailAddress> addresses = addresses(turns);
    return addresses.isEmpty() ? Map.of() : suppressions.reasonsFor(addresses);
  }

  /**
   * What keeps a mail from the wire; null for nothing.
   *
   * @param row as it stands under our lock
   */
  @Nullable Verdict verdict(
      ReadyMail next, TurnRows.Row row, Map<EmailAddress, SuppressionReason> suppressed) {
    if (row.erased() || next.mail().to() == null) {
      return new Verdict(MailState.CANCELLED, CancelReason.ERASED.name());
    }
    if (!clock.instant().isBefore(row.expiresAt())) {
      return new Verdict(MailState.EXPIRED, null);
    }
    SuppressionReason reason = forbidden(next, suppressed);
    return reason == null ? null : new Verdict(MailState.SUPPRESSED, reason.name());
  }

  /** Why its address must not get this mail; null when it may. */
  static @Nullable SuppressionReason forbidden(
      ReadyMail next, Map<EmailAddress, SuppressionReason> suppressed) {
    EmailAddress to = next.mail().to();
    SuppressionReason reason = to == null ? null : suppressed.get(to);
    return reason != null && forbids(reason, next.mail().kind()) ? reason : null;
  }

  private static Set<EmailAddress> addresses(Collection<Turn> turns) {
    Set<EmailAddress> addresses = new HashSet<>();
    for (Turn turn : turns) {
      if (turn.next() != null && turn.next().mail().to() != null) {
        addresses.add(turn.next().mail().to());
      }
    }
    return addresses;
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

  /** Ends a mail as the verdict says, in the caller's transaction. */
  void end(ReadyMail next, Verdict verdict, boolean tell) {
    OutgoingMail mail = entities.find(OutgoingMail.class, next.id());
    MailEnded end = mail.end(verdict.state(), verdict.why(), clock.instant());
    if (!tell) {
      return;
    }
    ended.fire(end);
    SmtpReplyText last = new SmtpReplyText(mail.lastReply == null ? "" : mail.lastReply);
    EmailAddress to = mail.to();
    if (verdict.state() == MailState.EXPIRED
        && to != null
        && mail.attempts > 0
        && last.isTemporary()) {
      softlyRefused.fire(new SoftRefusal(mail.id(), to, last.enhanced(), last.line()));
    }
  }
}
