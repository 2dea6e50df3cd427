package org.paperround.topic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

@ApplicationScoped
class TopicRepository implements PanacheRepositoryBase<Topic, Long> {

  Optional<Topic> find(TopicKind kind, String canonical) {
    return find("kind = ?1 and canonical = ?2", kind, canonical).firstResultOptional();
  }

  /** The ids of those that exist among these, by canonical text. */
  Map<String, Long> ids(TopicKind kind, Collection<String> canonicals) {
    Map<String, Long> ids = new HashMap<>();
    getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select canonical, id from topic where kind = :kind and canonical = any(:canonicals)",
            Object[].class)
        .addSynchronizedEntityClass(Topic.class)
        .setParameter("kind", kind.name())
        .setParameter("canonicals", canonicals.toArray(String[]::new))
        .getResultList()
        .forEach(row -> ids.put((String) row[0], ((Number) row[1]).longValue()));
    return ids;
  }

  /** Some topics, locked in the order of their ids until the transaction ends. */
  List<Topic> locked(Collection<Long> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  List<Topic> activeAfter(long id, int most) {
    return find("active and id > ?1 order by id", id).range(0, most - 1).list();
  }
}
