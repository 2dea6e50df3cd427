package org.paperround.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, Long> {

  Optional<Subscription> of(String addressKey) {
    return find("subscriber.addressKey", addressKey).firstResultOptional();
  }

  Optional<Subscription> locked(long id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Which of these have a subscription, whatever its status. */
  Set<String> known(Collection<String> addressKeys) {
    return Set.copyOf(
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(
                "select s.address_key from unnest(:keys) as asked(address_key)"
                    + " join subscriber s on s.address_key = asked.address_key",
                String.class)
            .addSynchronizedEntityClass(Subscriber.class)
            .setParameter("keys", addressKeys.toArray(String[]::new))
            .getResultList());
  }

  /** Whether a subscription that is read asks a topic, or gave feedback on its paper. */
  boolean isAsked(long topicId) {
    return isRead("select s.id from Subscription s join s.topics t", topicId)
        || isRead("select s.id from Subscription s join s.feedback t", topicId);
  }

  /** Whether a subscription that is read mutes a topic. */
  boolean isMuted(long topicId) {
    return isRead("select s.id from Subscription s join s.mutes t", topicId);
  }

  private boolean isRead(String from, long topicId) {
    return !getEntityManager()
        .createQuery(from + " where t.topicId = :topic and s.status <> :left", Long.class)
        .setParameter("topic", topicId)
        .setParameter("left", SubscriptionStatus.UNSUBSCRIBED)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
