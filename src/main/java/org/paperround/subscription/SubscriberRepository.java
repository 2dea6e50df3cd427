package org.paperround.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SubscriberRepository implements PanacheRepositoryBase<Subscriber, Long> {}
