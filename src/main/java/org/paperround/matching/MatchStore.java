package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.paperround.paper.Papers;

/**
 * Keeps, per topic and day, the best matches and how many there were: one row, written and read by
 * the ten thousand.
 */
@ApplicationScoped
class MatchStore {

  private static final String STORED =
      "select topic_id, total, matches from day_match where topic_id = any(?) and announced_on = ?";
  private static final String READ =
      "select topic_id, announced_on, matches from day_match"
          + " where topic_id = any(?) and announced_on between ? and ?";
  private static final String INSERT =
      "insert into day_match (total, matches, topic_id, announced_on) values (?, ?, ?, ?)";
  private static final String UPDATE =
      "update day_match set total = ?, matches = ? where topic_id = ? and announced_on = ?";
  private static final String DELETE =
      "delete from day_match where topic_id = ? and announced_on = ?";

  private final EntityManager em;
  private final Papers papers;

  MatchStore(EntityManager em, Papers papers) {
    this.em = em;
    this.papers = papers;
  }

  /**
   * Makes the rows of these topics on this day say exactly what was found, whatever they said
   * before; rows that say it already are left alone.
   *
   * @param seen how the day's papers stood when they were searched
   * @param found the best matches by topic, and how many there were
   * @param muted the ids of all papers that answer, by topic, of those that somebody mutes
   * @return false, and nothing is done, if the papers have changed since: another instance may have
   *     written what they say now
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean replace(
      LocalDate day, Papers.DayState seen, Map<Long, Answer> found, Map<Long, List<Long>> muted) {
    Map<Long, Row> rows = new HashMap<>();
    found.forEach((topic, answer) -> rows.put(topic, Row.of(answer)));
    em.createNativeQuery("select id from matching_turn where id = 1 for update").getResultList();
    if (!papers.state(day).equals(seen)) {
      return false;
    }
    em.unwrap(Session.class)
        .doWork(
            connection -> {
              write(connection, day, rows);
              if (!muted.isEmpty()) {
                MuteStore.write(connection, day, muted);
              }
            });
    return true;
  }

  /** What a row says besides whose it is. */
  private record Row(int total, String matches) {
    static Row of(Answer answer) {
      return new Row(answer.total(), answer.total() == 0 ? "" : Answers.write(answer.best()));
    }
  }

  private static void write(Connection connection, LocalDate day, Map<Long, Row> rows)
      throws SQLException {
    Map<Long, Row> stored = stored(connection, day, rows.keySet());
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement update = connection.prepareStatement(UPDATE);
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      for (Map.Entry<Long, Row> one : rows.entrySet()) {
        Row row = one.getValue();
        Optional<Row> before = Optional.ofNullable(stored.get(one.getKey()));
        if (row.total() == 0 && before.isPresent()) {
          add(delete, 1, one.getKey(), day);
        } else if (row.total() > 0 && !before.equals(Optional.of(row))) {
          PreparedStatement change = before.isPresent() ? update : insert;
          change.setInt(1, row.total());
          change.setString(2, row.matches());
          add(change, 3, one.getKey(), day);
        }
      }
      delete.executeBatch();
      update.executeBatch();
      insert.executeBatch();
    }
  }

  private static void add(PreparedStatement change, int from, long topic, LocalDate day)
      throws SQLException {
    change.setLong(from, topic);
    change.setObject(from + 1, day);
    change.addBatch();
  }

  private static Map<Long, Row> stored(
      Connection connection, LocalDate day, Collection<Long> topicIds) throws SQLException {
    Map<Long, Row> stored = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setArray(1, connection.createArrayOf("bigint", topicIds.toArray()));
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stored.put(row.getLong(1), new Row(row.getInt(2), row.getString(3)));
        }
      }
    }
    return stored;
  }

  /** The matches of these topics among papers of these days, both ends included. */
  @Transactional
  List<MatchedPaper> of(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return em.unwrap(Session.class)
        .doReturningWork(connection -> read(connection, topicIds, from, to));
  }

  private static List<MatchedPaper> read(
      Connection connection, Collection<Long> topicIds, LocalDate from, LocalDate to)
      throws SQLException {
    List<MatchedPaper> matches = new ArrayList<>();
    // Papers of other days often match for the same reason; editions write each object once.
    Map<Reason, Reason> reasons = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setArray(1, connection.createArrayOf("bigint", topicIds.toArray()));
      select.setObject(2, from);
      select.setObject(3, to);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long topic = row.getLong(1);
          LocalDate day = row.getObject(2, LocalDate.class);
          for (PaperMatch match : Answers.read(row.getString(3))) {
            Reason reason = reasons.computeIfAbsent(match.reason(), same -> same);
            matches.add(new MatchedPaper(topic, match.paperId(), day, match.score(), reason));
          }
        }
      }
    }
    return matches;
  }

  /** Removes what was found on the oldest day before this one, for at most so many topics. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  int retire(LocalDate before, int topics) {
    return em.createNativeQuery(
            """
            delete from day_match where announced_on = (select min(announced_on) from day_match)
            and announced_on < :before and topic_id in (
              select topic_id from day_match
              where announced_on = (select min(announced_on) from day_match)
              order by topic_id limit :topics)
            """)
        .setParameter("before", before)
        .setParameter("topics", topics)
        .executeUpdate();
  }

  /** Removes what was found for these topics. */
  void forget(Collection<Long> topicIds) {
    em.createNativeQuery("delete from day_match where topic_id in (:topics)")
        .setParameter("topics", topicIds)
        .executeUpdate();
  }
}
