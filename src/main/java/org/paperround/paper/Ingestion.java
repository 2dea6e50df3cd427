package org.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One run that brought papers from one source, with its outcome; {@code seen} is the sum of the
 * other counts. In JSON it is what the operator's API answers.
 *
 * @param date the day that was asked for
 * @param reason why the verdict is believed, in words for people, at most 1000 characters
 * @param rejected entries that could not be read
 * @param categories of a source that announces by category, the verdict for each that was asked
 */
public record Ingestion(
    long id,
    String source,
    LocalDate date,
    Verdict verdict,
    String reason,
    int seen,
    int created,
    int updated,
    int unchanged,
    int rejected,
    Instant startedAt,
    Instant finishedAt,
    List<CategoryVerdict> categories) {

  /** Copies the list. */
  public Ingestion {
    categories = List.copyOf(categories);
  }

  /** How an ingestion ends. */
  public enum Verdict {
    /** At least one paper was not known before. */
    NEW_PAPERS,
    /** The source answered and brought nothing new; the reason says how we know. */
    NOTHING_NEW,
    /** The source answered with another day than the one asked for; nothing was stored. */
    STALE,
    /** The source gave no answer that could be read. */
    FAILED;

    /** Whether the source did not bring what was asked for. */
    public boolean isTrouble() {
      return this == STALE || this == FAILED;
    }
  }
}
