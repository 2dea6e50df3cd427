package org.paperround.digest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reader's digest on a day it was due.
 *
 * @param day the reader's local day
 * @param at the instant of the round
 * @param papers how many papers the mail brought
 * @param seen how many papers were new since the due day before, whoever they were for
 * @param muted how many of them answered the reader's topics and were muted, where nothing was sent
 * @param trouble which sources were in trouble meanwhile, in words for readers; null for none
 */
public record DueDay(
    LocalDate day,
    Instant at,
    Outcome outcome,
    int papers,
    int seen,
    int muted,
    @Nullable String trouble) {

  /** How it ended. */
  public enum Outcome {
    /** The reader's mail server took the mail. */
    SENT,
    /** The mail is still on its way. */
    WAITING,
    /** The mail ended without being taken; its papers may come again. */
    NOT_DELIVERED,
    /** Papers were new, and none of them answered a topic, those aside that were muted. */
    NOTHING_MATCHED,
    /** No paper was new, and no source was in trouble. */
    NO_PAPERS,
    /** Nothing was sent, and not every source could be read. */
    SOURCE_TROUBLE
  }
}
