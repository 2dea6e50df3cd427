package org.paperround.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.paperround.base.EmailAddress;

/**
 * Looks addresses up on the list, by their keys and by their hashes, in the caller's transaction.
 */
@ApplicationScoped
class ListedReasons {

  // Two values each; H2 takes 65,536 in an array.
  private static final int MOST = 30_000;

  private final EntityManager entities;
  private final ErasureHashes hashes;

  ListedReasons(EntityManager entities, ErasureHashes hashes) {
    this.entities = entities;
    this.hashes = hashes;
  }

  /** See {@link Suppressions#reasonsFor}. */
  Map<EmailAddress, SuppressionReason> reasonsFor(Collection<EmailAddress> addresses) {
    Map<EmailAddress, SuppressionReason> reasons = new HashMap<>();
    List<EmailAddress> all = List.copyOf(addresses);
    for (int from = 0; from < all.size(); from += MOST) {
      look(all.subList(from, Math.min(from + MOST, all.size())), reasons);
    }
    return reasons;
  }

  private void look(List<EmailAddress> addresses, Map<EmailAddress, SuppressionReason> reasons) {
    Map<String, List<EmailAddress>> byStored = new HashMap<>();
    for (EmailAddress address : addresses) {
      byStored.computeIfAbsent(address.key(), key -> new ArrayList<>()).add(address);
      byStored.computeIfAbsent(hashes.of(address), hash -> new ArrayList<>()).add(address);
    }
    for (Object[] row : listed(byStored.keySet())) {
      SuppressionReason reason = SuppressionReason.valueOf((String) row[1]);
      for (EmailAddress address : byStored.getOrDefault((String) row[0], List.of())) {
        reasons.merge(
            address, reason, (one, other) -> one == SuppressionReason.ERASED ? other : one);
      }
    }
  }

  // One array whatever their number: one statement for the database to know. Joined, as H2 would
  // otherwise compare every row it finds with all of them.
  private List<Object[]> listed(Collection<String> stored) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select s.address, s.reason from unnest(:stored) as asked(address)"
                + " join suppression s on s.address = asked.address",
            Object[].class)
        .addSynchronizedEntityClass(Suppression.class)
        .setParameter("stored", stored.toArray(String[]::new))
        .getResultList();
  }
}
