package org.paperround.topic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class TopicRepository implements PanacheRepositoryBase<Topic, Long> {

  Optional<Topic> find(TopicKind kind, String canonical) {
    return find("kind = ?1 and canonical = ?2", kind, canonical).firstResultOptional();
  }

  List<Topic> activeAfter(long id, int most) {
    return find("active and id > ?1 order by id", id).range(0, most - 1).list();
  }
}
