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
  void make(TopicKey key) {
    try {
      QuarkusTransaction.requiringNew().run(() -> topics.persistAndFlush(new Topic(key)));
    } catch (PersistenceException failure) {
      boolean madeByAnother =
          QuarkusTransaction.requiringNew().call(() -> topics.find(key).isPresent());
      if (!madeByAnother) {
        throw failure;
      }
    }
  }

  /** As {@link #make}, for many at once. */
  void makeAll(Collection<TopicKey> keys) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                topics.getEntityManager().unwrap(Session.class).setJdbcBatchSize(BATCH);
                keys.forEach(key -> topics.persist(new Topic(key)));
                topics.flush();
              });
    } catch (PersistenceException oneMadeByAnother) {
      keys.forEach(this::make);
    }
  }
}
