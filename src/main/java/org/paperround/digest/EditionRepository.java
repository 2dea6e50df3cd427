package org.paperround.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, Long> {

  /** The other editions of an edition's reader that arrived or still may. */
  List<Edition> others(Edition edition) {
    return list(
        "subscriptionId = ?1 and id <> ?2 and not released", edition.subscriptionId, edition.id);
  }
}
