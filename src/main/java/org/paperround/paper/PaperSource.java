package org.paperround.paper;

import java.time.LocalDate;

/**
 * A place papers come from. Implement it in one class of {@code paper.source}, as a CDI bean; the
 * ingestion finds it by itself.
 */
public interface PaperSource {

  /** Its name in config, API and ledger: lower-case letters, digits and dashes, at most 40. */
  String name();

  /**
   * Asks for the papers of a day. Stores nothing. One entry that cannot be read is rejected and
   * loses no other; the answer is bounded, a source with more than some thousand papers a day must
   * say where it cuts.
   *
   * @param date a UTC day; a source without days ignores it
   * @throws SourceFailure if there is no answer worth storing, with a sentence that says why
   */
  SourceAnswer fetch(LocalDate date);

  /** Whether each day has papers of its own; if not, whatever there is comes with every day. */
  default boolean hasDays() {
    return true;
  }

  /**
   * How many days before today are read again once a day, as what they say of their papers still
   * changes. Today and yesterday are read each time anyway.
   */
  default int daysThatChange() {
    return 2;
  }

  /** Where its settings are, {@code cron} among them. */
  default String settings() {
    return "paperround.sources." + name();
  }
}
