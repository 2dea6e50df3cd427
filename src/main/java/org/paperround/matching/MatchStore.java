package org.paperround.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperround.paper.Papers;

/** Keeps, per topic and day, the best matches and how many there were. */
@ApplicationScoped
class MatchStore {

  /** How many matches of one topic on one day are kept. */
  static final int KEPT = 200;

  private final EntityManager em;
  private final Papers papers;
  private final ObjectMapper json;

  MatchStore(EntityManager em, Papers papers, ObjectMapper json) {
    this.em = em;
    this.papers = papers;
    this.json = json;
  }

  /**
   * Makes the rows of these topics on this day say exactly what was found, whatever they said
   * before; rows that say it already are left alone.
   *
   * @param seen how the day's papers stood when they were searched
   * @param found the best matches by topic, and how many there were
   * @return false, and nothing is done, if the papers have changed since: another instance may have
   *     written what they say now
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean replace(LocalDate day, Papers.DayState seen, Map<Long, Answer> found) {
    em.createNativeQuery("select id from matching_turn where id = 1 for update").getResultList();
    if (!papers.state(day).equals(seen)) {
      return false;
    }
    Map<Match.Pair, Match> rows = new HashMap<>();
    for (Match row : rowsOf(day, found.keySet())) {
      rows.put(row.pair, row);
    }
    found.forEach(
        (topicId, answer) -> answer.best().forEach(match -> keep(rows, topicId, day, match)));
    rows.values().forEach(em::remove);
    count(day, found);
    return true;
  }

  private void keep(Map<Match.Pair, Match> rows, long topicId, LocalDate day, PaperMatch match) {
    Match.Pair pair = new Match.Pair(topicId, match.paperId());
    String reason = write(match.reason());
    Match row = rows.remove(pair);
    if (row == null) {
      // The paper may have moved here from another day.
      row = em.find(Match.class, pair);
    }
    if (row == null) {
      em.persist(new Match(pair, day, match.score(), reason));
    } else {
      row.announcedOn = day;
      row.score = match.score();
      row.reason = reason;
    }
  }

  private void count(LocalDate day, Map<Long, Answer> found) {
    Map<Long, MatchCount> rows = new HashMap<>();
    em.createQuery(
            "from MatchCount where key.announcedOn = :day and key.topicId in :topics",
            MatchCount.class)
        .setParameter("day", day)
        .setParameter("topics", found.keySet())
        .getResultList()
        .forEach(row -> rows.put(row.key.topicId(), row));
    found.forEach(
        (topicId, answer) -> {
          MatchCount row = rows.get(topicId);
          if (row != null) {
            row.total = answer.total();
          } else if (answer.total() > 0) {
            em.persist(new MatchCount(new MatchCount.Key(topicId, day), answer.total()));
          }
        });
  }

  private List<Match> rowsOf(LocalDate day, Collection<Long> topicIds) {
    return em.createQuery(
            "from Match where announcedOn = :day and pair.topicId in :topics", Match.class)
        .setParameter("day", day)
        .setParameter("topics", topicIds)
        .getResultList();
  }

  /** Removes matches and counts of the oldest day before this one, of at most so many topics. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  int retire(LocalDate before, int topics) {
    return retire("Match", "announcedOn", "pair.topicId", before, topics)
        + retire("MatchCount", "key.announcedOn", "key.topicId", before, topics);
  }

  private int retire(String rows, String day, String topic, LocalDate before, int topics) {
    LocalDate oldest =
        em.createQuery("select min(" + day + ") from " + rows, LocalDate.class)
            .getSingleResultOrNull();
    if (oldest == null || !oldest.isBefore(before)) {
      return 0;
    }
    List<Long> some =
        em.createQuery(
                "select distinct %s from %s where %s = :day order by %s"
                    .formatted(topic, rows, day, topic),
                Long.class)
            .setParameter("day", oldest)
            .setMaxResults(topics)
            .getResultList();
    return em.createQuery(
            "delete from %s where %s = :day and %s in :some".formatted(rows, day, topic))
        .setParameter("day", oldest)
        .setParameter("some", some)
        .executeUpdate();
  }

  private String write(Reason reason) {
    try {
      return json.writeValueAsString(reason);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
