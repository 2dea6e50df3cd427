package org.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.paperround.base.PaperId;

/** Papers as they once stood, many at a time. */
@ApplicationScoped
public class PastPapers {

  private final EntityManager entities;

  PastPapers(EntityManager entities) {
    this.entities = entities;
  }

  /** What a paper was at a revision. */
  public record PastPaper(PaperId identifier, PaperContent content) {}

  /**
   * Finds papers at their revisions, with two statements however many they are.
   *
   * @param wanted at most some thousands
   * @return those that exist; a revision nobody kept shows the paper as it is now
   */
  @Transactional
  public Map<PaperAt, PastPaper> find(Collection<PaperAt> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<Long, Paper> papers = new HashMap<>();
    list("from Paper p where p.id in :ids", Paper.class, ids(wanted))
        .forEach(paper -> papers.put(paper.id(), paper));
    Map<PaperAt, PaperContent> before = before(wanted, papers);
    Map<PaperAt, PastPaper> found = new HashMap<>();
    for (PaperAt at : wanted) {
      Paper paper = papers.get(at.paperId());
      if (paper != null) {
        PaperContent content = before.getOrDefault(at, paper.content());
        found.put(at, new PastPaper(paper.identifier(), content));
      }
    }
    return found;
  }

  private Map<PaperAt, PaperContent> before(Collection<PaperAt> wanted, Map<Long, Paper> papers) {
    Set<PaperAt> changed = new HashSet<>(wanted);
    papers.values().forEach(paper -> changed.remove(new PaperAt(paper.id(), paper.revision())));
    if (changed.isEmpty()) {
      return Map.of();
    }
    String revisions = "from PaperRevision r where r.key.paperId in :ids";
    return list(revisions, PaperRevision.class, ids(changed)).stream()
        .collect(Collectors.toMap(PaperRevision::at, PaperRevision::content));
  }

  private static Set<Long> ids(Collection<PaperAt> papers) {
    return papers.stream().map(PaperAt::paperId).collect(Collectors.toSet());
  }

  private <T> List<T> list(String query, Class<T> type, Set<Long> ids) {
    return entities
        .createQuery(query, type)
        .setParameter("ids", ids)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultList();
  }
}
