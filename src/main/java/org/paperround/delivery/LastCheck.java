package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
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

  /** The ids of those that may go; what became of the others is recorded. */
  List<Long> mayGo(List<Turn> turns, Map<Long, TurnRows.Row> locked) {
    Instant now = clock.instant();
    Map<EmailAddress, SuppressionReason> suppressed = suppressions.reasonsFor(addresses(turns));
    List<Long> go = new ArrayList<>();
    for (Turn turn : turns) {
      ReadyMail next = Objects.requireNonNull(turn.next());
      TurnRows.Row row = Objects.requireNonNull(locked.get(next.id()));
      EmailAddress to = next.mail().to();
      SuppressionReason reason = to == null ? null : suppressed.get(to);
      if (row.erased() || to == null) {
        end(next, MailState.CANCELLED, CancelReason.ERASED.name(), turn.tell());
      } else if (!now.isBefore(row.expiresAt())) {
        end(next, MailState.EXPIRED, null, turn.tell());
      } else if (reason != null && forbids(reason, next.mail().kind())) {
        end(next, MailState.SUPPRESSED, reason.name(), turn.tell());
      } else {
        go.add(next.id());
      }
    }
    return go;
  }

  private static Set<EmailAddress> addresses(List<Turn> turns) {
    Set<EmailAddress> addresses = new HashSet<>();
    for (Turn turn : turns) {
      EmailAddress to = Objects.requireNonNull(turn.next()).mail().to();
      if (to != null) {
        addresses.add(to);
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

  private void end(ReadyMail next, MailState state, @Nullable String why, boolean tell) {
    OutgoingMail mail = entities.find(OutgoingMail.class, next.id());
    MailEnded end = mail.end(state, why, clock.instant());
    if (!tell) {
      return;
    }
    ended.fire(end);
    SmtpReplyText last = new SmtpReplyText(mail.lastReply == null ? "" : mail.lastReply);
    EmailAddress to = mail.to();
    if (state == MailState.EXPIRED && to != null && mail.attempts > 0 && last.isTemporary()) {
      softlyRefused.fire(new SoftRefusal(mail.id(), to, last.enhanced(), last.line()));
    }
  }
}
