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

  /** The reader's editions since an instant, the latest first. */
  List<Edition> since(long subscriptionId, Instant composedFor) {
    return list(
        "subscriptionId = ?1 and composedFor >= ?2 order by composedFor desc",
        subscriptionId,
        composedFor);
  }
}
