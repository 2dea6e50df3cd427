package org.paperround.paper;

import java.time.LocalDate;
import java.util.Set;

/**
 * Fired inside the transaction that stores papers.
 *
 * @param announcedOn the UTC days on which a paper is new or its content changed; when a paper
 *     moved to another day, both. Votes and comments alone are no change. Never empty
 */
public record PapersChanged(Set<LocalDate> announcedOn) {

  /** Copies the set. */
  public PapersChanged {
    announcedOn = Set.copyOf(announcedOn);
  }
}
