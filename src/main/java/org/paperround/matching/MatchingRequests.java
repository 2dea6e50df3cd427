package org.paperround.matching;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.paperround.paper.PapersChanged;
import org.paperround.topic.TopicActivated;

/** Notes, in the transaction that brings news, what has to be matched because of it. */
@ApplicationScoped
class MatchingRequests implements PanacheRepositoryBase<MatchingRequest, Long> {

  void papersChanged(@Observes PapersChanged news) {
    news.announcedOn().stream().sorted().forEach(day -> persist(new MatchingRequest(day, null)));
  }

  void topicActivated(@Observes TopicActivated news) {
    persist(new MatchingRequest(null, news.topicId()));
  }

  void afterPapers(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PapersChanged news, MatchingWork work) {
    work.wake();
  }

  /** The oldest open requests. */
  @Transactional
  List<MatchingRequest> open(int most) {
    return find("order by id").range(0, most - 1).list();
  }

  /** Whether one of these topics waits for papers already held. */
  @Transactional
  boolean isOpen(Collection<Long> topicIds) {
    // An array, as there may be more of them than a statement takes parameters.
    return !getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select id from matching_request where topic_id = any(:ids) limit 1", Long.class)
        .addSynchronizedEntityClass(MatchingRequest.class)
        .setParameter("ids", topicIds.toArray(Long[]::new))
        .getResultList()
        .isEmpty();
  }

  @Transactional
  void close(List<MatchingRequest> done) {
    delete("id in ?1", done.stream().map(request -> request.id).toList());
  }
}
