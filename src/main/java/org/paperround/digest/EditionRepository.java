package org.paperround.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, Long> {

  boolean exists(long subscriptionId, String period) {
    return count("subscriptionId = ?1 and period = ?2", subscriptionId, period) > 0;
  }

  /**
   * The reader's editions that arrived or still may, the latest first: those for an instant and
   * after it, and those composed since another.
   */
  List<Edition> arriving(long subscriptionId, Instant composedFor, Instant composedAt) {
    return list(
        "subscriptionId = ?1 and (composedFor >= ?2 or composedAt >= ?3) and not released"
            + " order by composedFor desc",
        subscriptionId,
        composedFor,
        composedAt);
  }

  /** The other editions of an edition's reader that arrived or still may. */
  List<Edition> others(Edition edition) {
    return list(
        "subscriptionId = ?1 and id <> ?2 and not released", edition.subscriptionId, edition.id);
  }
}
