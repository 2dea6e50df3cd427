package org.paperround.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, Long> {

  Optional<Subscription> of(String addressKey) {
    return find("subscriber.addressKey", addressKey).firstResultOptional();
  }

  Optional<Subscription> locked(long id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** How many subscriptions that are read ask a topic. */
  long readers(long topicId) {
    return getEntityManager()
        .createQuery(
            "select count(distinct s.id) from Subscription s join s.topics t"
                + " where t.topicId = :topic and s.status <> :left",
            Long.class)
        .setParameter("topic", topicId)
        .setParameter("left", SubscriptionStatus.UNSUBSCRIBED)
        .getSingleResult();
  }
}
