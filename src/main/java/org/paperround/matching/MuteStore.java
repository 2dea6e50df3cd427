package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/**
 * Keeps, per topic that somebody mutes and day, which papers answer it: all of them, for those
 * beyond the best are not wanted either.
 */
@ApplicationScoped
class MuteStore {

  private static final String STORED =
      "select topic_id, papers from day_mute where topic_id = any(?) and announced_on = ?";
  private static final String READ =
      "select topic_id, papers from day_mute"
          + " where topic_id = any(?) and announced_on between ? and ?";
  private static final String INSERT =
      "insert into day_mute (papers, topic_id, announced_on) values (?, ?, ?)";
  private static final String UPDATE =
      "update day_mute set papers = ? where topic_id = ? and announced_on = ?";
  private static final String DELETE =
      "delete from day_mute where topic_id = ? and announced_on = ?";

  private final EntityManager em;

  MuteStore(EntityManager em) {
    this.em = em;
  }

  /** Makes the rows of these topics on this day say what was found, in the caller's transaction. */
  static void write(Connection connection, LocalDate day, Map<Long, List<Long>> found)
      throws SQLException {
    Map<Long, List<Long>> stored = stored(connection, day, found.keySet());
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement update = connection.prepareStatement(UPDATE);
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      for (Map.Entry<Long, List<Long>> one : found.entrySet()) {
        List<Long> before = stored.getOrDefault(one.getKey(), List.of());
        List<Long> papers = one.getValue();
        if (papers.equals(before)) {
          continue;
        }
        if (papers.isEmpty()) {
          add(delete, 1, one.getKey(), day);
        } else {
          PreparedStatement change = before.isEmpty() ? insert : update;
          change.setArray(1, connection.createArrayOf("bigint", papers.toArray()));
          add(change, 2, one.getKey(), day);
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

  private static Map<Long, List<Long>> stored(
      Connection connection, LocalDate day, Collection<Long> topicIds) throws SQLException {
    Map<Long, List<Long>> stored = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setArray(1, connection.createArrayOf("bigint", topicIds.toArray()));
      select.setObject(2, day);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stored.put(row.getLong(1), papers(row.getArray(2)));
        }
      }
    }
    return stored;
  }

  private static List<Long> papers(Array column) throws SQLException {
    return Arrays.stream((Object[]) column.getArray()).map(Long.class::cast).toList();
  }

  /**
   * The papers of these days, both ends included, that answer these topics: ids in ascending order
   * by topic. A topic that none answers is left out.
   */
  @Transactional
  Map<Long, long[]> of(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return em.unwrap(Session.class)
        .doReturningWork(connection -> read(connection, topicIds, from, to));
  }

  private static Map<Long, long[]> read(
      Connection connection, Collection<Long> topicIds, LocalDate from, LocalDate to)
      throws SQLException {
    Map<Long, long[]> all = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setArray(1, connection.createArrayOf("bigint", topicIds.toArray()));
      select.setObject(2, from);
      select.setObject(3, to);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long[] papers = papers(row.getArray(2)).stream().mapToLong(Long::longValue).toArray();
          all.merge(row.getLong(1), papers, MuteStore::both);
        }
      }
    }
    all.values().forEach(Arrays::sort);
    return all;
  }

  private static long[] both(long[] one, long[] other) {
    long[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** Removes what was found on the oldest day before this one, for at most so many topics. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  int retire(LocalDate before, int topics) {
    return em.createNativeQuery(
            """
            delete from day_mute where announced_on = (select min(announced_on) from day_mute)
            and announced_on < :before and topic_id in (
              select topic_id from day_mute
              where announced_on = (select min(announced_on) from day_mute)
              order by topic_id limit :topics)
            """)
        .setParameter("before", before)
        .setParameter("topics", topics)
        .executeUpdate();
  }

  /** Removes what was found for these topics. */
  void forget(Collection<Long> topicIds) {
    em.createNativeQuery("delete from day_mute where topic_id in (:topics)")
        .setParameter("topics", topicIds)
        .executeUpdate();
  }
}
