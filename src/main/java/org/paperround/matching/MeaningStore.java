package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Vectors;

/** Keeps the vectors of papers and topics, each made once. */
@ApplicationScoped
class MeaningStore {

  private static final String PAPERS =
      "select paper_id, revision, vectors from paper_meaning where paper_id = any(?) and model = ?";
  private static final String KNOWN =
      "select paper_id, revision from paper_meaning where paper_id = any(?) and model = ?";
  private static final String TOPICS =
      "select topic_id, vectors from topic_meaning where topic_id = any(?) and model = ?";

  private final EntityManager em;
  private final Meanings meanings;

  MeaningStore(EntityManager em, Meanings meanings) {
    this.em = em;
    this.meanings = meanings;
  }

  /** A paper's content at a revision. */
  record PaperKey(long paperId, int revision) {}

  /** What is known of these papers, at the revision they have now. */
  @Transactional
  Map<PaperKey, Vectors> ofPapers(Collection<Long> ids) {
    Map<PaperKey, Vectors> known = new HashMap<>();
    read(
        PAPERS,
        ids,
        row -> known.put(new PaperKey(row.getLong(1), row.getInt(2)), vectors(row.getBytes(3))));
    return known;
  }

  /** Of which of these papers anything is known, and at which revision. */
  @Transactional
  Set<PaperKey> knownPapers(Collection<Long> ids) {
    Set<PaperKey> known = new HashSet<>();
    read(KNOWN, ids, row -> known.add(new PaperKey(row.getLong(1), row.getInt(2))));
    return known;
  }

  /** What is known of these topics. */
  @Transactional
  Map<Long, Vectors> ofTopics(Collection<Long> ids) {
    Map<Long, Vectors> known = new HashMap<>();
    read(TOPICS, ids, row -> known.put(row.getLong(1), vectors(row.getBytes(2))));
    return known;
  }

  private static Vectors vectors(byte[] packed) {
    return new Vectors(packed);
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void read(String sql, Collection<Long> ids, Row each) {
    em.unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                select.setString(2, meanings.model());
                try (ResultSet row = select.executeQuery()) {
                  while (row.next()) {
                    each.take(row);
                  }
                }
              }
            });
  }

  /** Keeps the vectors of papers, in place of what was known of them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keepPapers(Map<PaperKey, Vectors> made) {
    change(
        "delete from paper_meaning where paper_id = ?",
        "insert into paper_meaning (paper_id, revision, model, vectors) values (?, ?, ?, ?)",
        made,
        (paper, vectors, delete, insert) -> {
          delete.setLong(1, paper.paperId());
          insert.setLong(1, paper.paperId());
          insert.setInt(2, paper.revision());
          insert.setString(3, meanings.model());
          insert.setBytes(4, vectors.packed());
        });
  }

  /** Keeps the vectors of topics, in place of what was known of them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keepTopics(Map<Long, Vectors> made) {
    change(
        "delete from topic_meaning where topic_id = ?",
        "insert into topic_meaning (topic_id, model, vectors) values (?, ?, ?)",
        made,
        (topic, vectors, delete, insert) -> {
          delete.setLong(1, topic);
          insert.setLong(1, topic);
          insert.setString(2, meanings.model());
          insert.setBytes(3, vectors.packed());
        });
  }

  private interface Change<K> {
    void put(K key, Vectors vectors, PreparedStatement delete, PreparedStatement insert)
        throws SQLException;
  }

  private <K> void change(String away, String in, Map<K, Vectors> made, Change<K> each) {
    // One instance at a time, as whoever writes matches.
    em.createNativeQuery("select id from matching_turn where id = 1 for update").getResultList();
    em.unwrap(Session.class).doWork(connection -> change(connection, away, in, made, each));
  }

  private static <K> void change(
      Connection connection, String away, String in, Map<K, Vectors> made, Change<K> each)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(away);
        PreparedStatement insert = connection.prepareStatement(in)) {
      for (Map.Entry<K, Vectors> one : made.entrySet()) {
        each.put(one.getKey(), one.getValue(), delete, insert);
        delete.addBatch();
        insert.addBatch();
      }
      delete.executeBatch();
      insert.executeBatch();
    }
  }

  /** Forgets the vectors of papers announced before this day, some at a time. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  int retire(LocalDate before, int most) {
    Instant start = before.atStartOfDay(ZoneOffset.UTC).toInstant();
    return em.createNativeQuery(
            """
            delete from paper_meaning where paper_id in (
              select m.paper_id from paper_meaning m join paper p on p.id = m.paper_id
              where p.announced_at < :start limit :most)
            """)
        .setParameter("start", start)
        .setParameter("most", most)
        .executeUpdate();
  }

  /** Removes the vectors of these topics. */
  void forget(Collection<Long> topicIds) {
    em.createNativeQuery("delete from topic_meaning where topic_id in (:topics)")
        .setParameter("topics", topicIds)
        .executeUpdate();
  }
}
