package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.hibernate.jpa.HibernateHints;

/** Reads editions to be mailed. */
@ApplicationScoped
class EditionReader {

  private final EditionRepository editions;

  EditionReader(EditionRepository editions) {
    this.editions = editions;
  }

  /** Those that are still kept, with one statement; nobody may change them. */
  @Transactional
  List<Edition> read(Collection<Long> ids) {
    return editions
        .find("id in ?1", ids)
        // Else Hibernate writes and reads all items once more, to see later whether they changed.
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .list();
  }
}
