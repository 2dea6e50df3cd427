package org.paperround.topic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

@ApplicationScoped
class TopicRepository implements PanacheRepositoryBase<Topic, Long> {

  Optional<Topic> find(TopicKey key) {
    return find("kind = ?1 and canonical = ?2", key.kind(), key.canonical()).firstResultOptional();
  }

  /** Whether a topic was there to be asked again. */
  boolean renew(TopicKey key, Instant now) {
    return update(
            "unreadSince = ?1 where kind = ?2 and canonical = ?3", now, key.kind(), key.canonical())
        > 0;
  }

  /**
   * A topic that exists.
   *
   * @param fading whether it may be forgotten soon
   */
  record Known(long id, boolean fading) {}

  /**
   * Those that exist among these.
   *
   * @param before since when nobody has had those that may be forgotten soon
   */
  Map<TopicKey, Known> known(Collection<TopicKey> keys, Instant before) {
    Map<TopicKey, Known> known = new HashMap<>();
    keys.stream()
        .collect(Collectors.groupingBy(TopicKey::kind))
        .forEach((kind, ofKind) -> known.putAll(known(kind, ofKind, before)));
    return known;
  }

  private Map<TopicKey, Known> known(TopicKind kind, List<TopicKey> keys, Instant before) {
    Map<String, TopicKey> byCanonical =
        keys.stream()
            .collect(Collectors.toMap(TopicKey::canonical, key -> key, (one, same) -> one));
    Map<TopicKey, Known> known = new HashMap<>();
    // A join, as H2 would otherwise compare every topic with every text.
    session()
        .createNativeQuery(
            "select t.canonical, t.id, not t.active and t.unread_since < :before"
                + " from unnest(:canonicals) as asked(canonical)"
                + " join topic t on t.kind = :kind and t.canonical = asked.canonical",
            Object[].class)
        .addSynchronizedEntityClass(Topic.class)
        .setParameter("before", before)
        .setParameter("kind", kind.name())
        .setParameter("canonicals", byCanonical.keySet().toArray(String[]::new))
        .getResultList()
        .forEach(
            row -> {
              TopicKey key = Objects.requireNonNull(byCanonical.get((String) row[0]));
              known.put(key, new Known(((Number) row[1]).longValue(), (Boolean) row[2]));
            });
    return known;
  }

  /** Whether a topic is asked, and muted. */
  record Readers(long id, boolean asked, boolean muted) {}

  /** Locks topics in the order of their ids until the transaction ends. */
  List<Readers> locked(Collection<Long> ids) {
    return session()
        .createNativeQuery(
            "select id, asked, muted from topic where id = any(:ids) order by id for update",
            Object[].class)
        .addSynchronizedEntityClass(Topic.class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .getResultList()
        .stream()
        .map(row -> new Readers(((Number) row[0]).longValue(), (Boolean) row[1], (Boolean) row[2]))
        .toList();
  }

  void ask(Collection<Long> ids) {
    update("asked = true, active = true where id in ?1", ids);
  }

  void mute(Collection<Long> ids) {
    update("muted = true, active = true where id in ?1", ids);
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }

  List<Topic> activeAfter(long id, int most) {
    return find("active and id > ?1 order by id", id).range(0, most - 1).list();
  }

  List<Topic> askedWithCategoriesAfter(long id, int most) {
    return find(
            "active and asked and kind = ?2 and canonical like '%cat:%' and id > ?1 order by id",
            id, TopicKind.QUERY)
        .range(0, most - 1)
        .list();
  }
}
