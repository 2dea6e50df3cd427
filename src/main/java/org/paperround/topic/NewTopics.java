package org.paperround.topic;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import org.hibernate.Session;

/** Makes rows for topics nobody asked before. */
@ApplicationScoped
class NewTopics {

  private static final int BATCH = 500;

  private final TopicRepository topics;

  NewTopics(TopicRepository topics) {
    this.topics = topics;
  }

  /**
   * Makes the row, in a transaction of its own, so that of two readers who ask the same new thing
   * at once neither fails.
   */
  void make(TopicKind kind, String canonical) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> topics.persistAndFlush(new Topic(kind, canonical)));
    } catch (PersistenceException failure) {
      boolean madeByAnother =
          QuarkusTransaction.requiringNew().call(() -> topics.find(kind, canonical).isPresent());
      if (!madeByAnother) {
        throw failure;
      }
    }
  }

  /** As {@link #make}, for many at once. */
  void makeAll(TopicKind kind, Collection<String> canonicals) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                topics.getEntityManager().unwrap(Session.class).setJdbcBatchSize(BATCH);
                canonicals.forEach(canonical -> topics.persist(new Topic(kind, canonical)));
                topics.flush();
              });
    } catch (PersistenceException oneMadeByAnother) {
      canonicals.forEach(canonical -> make(kind, canonical));
    }
  }
}
