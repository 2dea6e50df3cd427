package org.paperround.topic;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Collection;
import org.hibernate.Session;

/** Makes rows for topics nobody asked before. */
@ApplicationScoped
class NewTopics {

  private static final int BATCH = 500;

  private final TopicRepository topics;
  private final Clock clock;

  NewTopics(TopicRepository topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Makes the row, in a transaction of its own, so that of two readers who ask the same new thing
   * at once neither fails.
   */
  void make(TopicKey key) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> topics.persistAndFlush(new Topic(key, clock.instant())));
    } catch (PersistenceException failure) {
      boolean madeByAnother =
          QuarkusTransaction.requiringNew().call(() -> topics.find(key).isPresent());
      if (!madeByAnother) {
        throw failure;
      }
    }
  }

  /**
   * Takes care that a topic nobody asks is not forgotten while somebody begins to ask it: makes it
   * as good as new, or anew if it has just been forgotten.
   */
  void renew(TopicKey key) {
    boolean held = QuarkusTransaction.requiringNew().call(() -> topics.renew(key, clock.instant()));
    if (!held) {
      make(key);
    }
  }

  /** As {@link #make}, for many at once. */
  void makeAll(Collection<TopicKey> keys) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                topics.getEntityManager().unwrap(Session.class).setJdbcBatchSize(BATCH);
                keys.forEach(key -> topics.persist(new Topic(key, clock.instant())));
                topics.flush();
              });
    } catch (PersistenceException oneMadeByAnother) {
      keys.forEach(this::make);
    }
  }
}
