package org.paperround.delivery;

/** How one attempt ended. */
enum AttemptOutcome {
  /** 250 after the final dot. */
  ACCEPTED,
  /** 4xx from MAIL FROM on. */
  DEFERRED,
  /** 5xx from MAIL FROM on. */
  REFUSED,
  /** No answer: the mail may have been taken. */
  LOST,
  /** It could not be rendered. */
  UNRENDERED
}
