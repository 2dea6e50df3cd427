package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Finds topics that nobody has any more: no reader, none who left and may come back. */
@ApplicationScoped
public class UnreadTopics {

  private final EntityManager em;

  UnreadTopics(EntityManager em) {
    this.em = em;
  }

  /**
   * Some topics in no subscription and no feedback, by ascending id, locked until the transaction
   * ends; without those that somebody else has locked.
   *
   * @param before since when no confirmed reader may have had them
   * @param after the id behind which to begin
   * @param most how many at most
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> since(Instant before, long after, int most) {
    return em.unwrap(Session.class)
        .createNativeQuery(
            """
            select t.id from topic t
            where not t.active and t.unread_since < :before and t.id > :after
            and not exists (select 1 from subscription_topic s where s.topic_id = t.id)
            and not exists (select 1 from subscription_mute m where m.topic_id = t.id)
            and not exists (select 1 from feedback f where f.topic_id = t.id)
            order by t.id limit :most for update skip locked
            """,
            Long.class)
        .setParameter("before", before)
        .setParameter("after", after)
        .setParameter("most", most)
        .getResultList();
  }
}
