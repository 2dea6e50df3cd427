package org.paperround.delivery;

/** What became of the wish to send a mail again. */
public enum RetryOutcome {
  /** It had failed, and is queued as if it were new. */
  QUEUED,
  /** It waited for another attempt, and is due now. */
  DUE_NOW,
  /** It waits for its first attempt: nothing to do. */
  WAITS_ALREADY,
  /** There is no such mail. */
  UNKNOWN,
  /** It is on the wire; what comes of it is not known yet. */
  ON_THE_WIRE,
  /** The next server took it. */
  SENT,
  /** Its address must not be mailed. */
  SUPPRESSED,
  /** It was taken back. */
  CANCELLED,
  /** It is stale, and what it was about is free for another mail. */
  EXPIRED,
  /** Its reader was erased. */
  ERASED,
  /** See {@link RetryGuard.Verdict#CAME_ELSEWHERE}. */
  CAME_ELSEWHERE,
  /** See {@link RetryGuard.Verdict#NOT_WANTED}. */
  NOT_WANTED,
  /** See {@link RetryGuard.Verdict#GONE}. */
  GONE;

  /** Whether the mail waits for its turn now because of it. */
  public boolean isRetried() {
    return this == QUEUED || this == DUE_NOW;
  }
}
