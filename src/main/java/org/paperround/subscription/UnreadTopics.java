package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Finds topics that no reader has any more, whether confirmed or gone for a while. */
@ApplicationScoped
public class UnreadTopics {

  private final EntityManager em;

  UnreadTopics(EntityManager em) {
    this.em = em;
  }

  /**
   * Some topics in no subscription, locked until the transaction ends.
   *
   * @param before when the last reader must have left
   * @param most how many at most
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Long> since(Instant before, int most) {
    return em.unwrap(Session.class)
        .createNativeQuery(
            """
            select t.id from topic t
            where not t.active and t.unread_since < :before
            and not exists (select 1 from subscription_topic s where s.topic_id = t.id)
            and not exists (select 1 from subscription_mute m where m.topic_id = t.id)
            and not exists (select 1 from feedback f where f.topic_id = t.id)
            order by t.id limit :most for update
            """,
            Long.class)
        .setParameter("before", before)
        .setParameter("most", most)
        .getResultList();
  }
}
