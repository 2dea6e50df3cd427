package org.paperround.delivery;

import java.util.Set;

/**
 * Asked before a mail that {@code FAILED} is sent again, for what it was about may have moved on.
 * Implemented by the rooms that ask for mails, as CDI beans; a kind nobody guards is sent again.
 * Both methods belong to the transaction that queues the mail.
 */
public interface RetryGuard {

  /** What the room says to a retry. */
  enum Verdict {
    /** It may go; the room has taken back what the failure had set free. */
    MAY_GO,
    /** The reader has, or will have, the same things by another mail. */
    CAME_ELSEWHERE,
    /** The reader left, or wants no mail for a while. */
    NOT_WANTED,
    /** What it was about is no longer kept. */
    GONE
  }

  /** The kinds it guards. */
  Set<MailKind> kinds();

  /**
   * Locks whatever must be locked before the mail's row; called in the order of subscriptions.
   *
   * @param subscriptionId whose mail it is
   */
  void hold(long subscriptionId);

  /**
   * Takes back what the failure set free, with the mail's row locked.
   *
   * @param subscriptionId whose mail it is; held
   * @param reference the row the mail is about
   */
  Verdict takeBack(long subscriptionId, long reference);
}
