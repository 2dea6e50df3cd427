package org.paperround.digest;

import java.time.Instant;
import java.time.LocalDate;

/** As much of an edition as history tells. */
record PastEdition(long id, LocalDate slotOn, Instant at, int papers, int papersNew) {

  static PastEdition of(Edition edition) {
    int shown =
        Math.toIntExact(
            edition.items.stream().filter(item -> item.section() != Section.MORE).count());
    return new PastEdition(
        edition.id, edition.slotOn, edition.composedFor, shown, edition.papersNew);
  }
}
