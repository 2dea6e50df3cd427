package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Objects;

/**
 * The operator's hand on single mails and on many: send again, take back. Every method has
 * transactions of its own; one for many mails can be repeated when it breaks off half way.
 */
@ApplicationScoped
public class MailControl {

  private final MailSweep sweep;
  private final MailRetry retry;
  private final Event<MailEnded> ended;
  private final Clock clock;

  MailControl(MailSweep sweep, MailRetry retry, Event<MailEnded> ended, Clock clock) {
    this.sweep = sweep;
    this.retry = retry;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Sends a mail that failed again: under the same Message-ID, its attempts counted anew, stale as
   * if it had been accepted now. One that is deferred is due at once.
   */
  public RetryOutcome retry(long mailId) {
    RetryOutcome outcome = sweep.one(mailId, retry::hold, retry::retry);
    return Objects.requireNonNullElse(outcome, RetryOutcome.UNKNOWN);
  }

  /** As {@link #retry(long)}, for a selection; {@code others} are those that were refused. */
  public BulkOutcome retry(MailSelection selection) {
    return sweep.over(selection, retry::hold, mail -> retry.retry(mail).isRetried());
  }

  /** Takes a mail back; one on the wire ends as the next server says. */
  public CancelOutcome cancel(long mailId) {
    CancelOutcome outcome = sweep.one(mailId, mails -> {}, this::cancel);
    return Objects.requireNonNullElse(outcome, CancelOutcome.UNKNOWN);
  }

  /** As {@link #cancel(long)}, for a selection; {@code others} are those on the wire. */
  public BulkOutcome cancel(MailSelection selection) {
    return sweep.over(selection, mails -> {}, mail -> cancel(mail) == CancelOutcome.CANCELLED);
  }

  private CancelOutcome cancel(OutgoingMail mail) {
    return switch (mail.state) {
      case QUEUED, DEFERRED -> {
        ended.fire(mail.end(MailState.CANCELLED, CancelReason.OPERATOR.name(), clock.instant()));
        yield CancelOutcome.CANCELLED;
      }
      case SENDING -> {
        if (mail.cancelAsked == null) {
          mail.cancelAsked = CancelReason.OPERATOR;
        }
        yield CancelOutcome.ASKED;
      }
      case SENT, FAILED, SUPPRESSED, CANCELLED, EXPIRED -> CancelOutcome.OVER;
    };
  }
}
