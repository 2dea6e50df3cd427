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

  /** What history tells of the last editions of a subscription, newest first. */
  List<PastEdition> past(long subscriptionId, int most) {
    return find("subscriptionId = ?1 order by composedAt desc", subscriptionId)
        .range(0, most - 1)
        .stream()
        .map(PastEdition::of)
        .toList();
  }
}
