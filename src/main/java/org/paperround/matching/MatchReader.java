package org.paperround.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.List;
import org.hibernate.Session;

/** Reads matches by the thousand. Reasons that are the same are one object. */
@ApplicationScoped
class MatchReader {

  private static final int REASONS = 10_000;

  private static final String MATCHES =
      """
      select topic_id, paper_id, score, reason from paper_match
      where topic_id = any(?) and announced_on between ? and ?
      """;

  private final EntityManager em;
  private final ObjectMapper json;
  private final Cache<String, Reason> reasons = Caffeine.newBuilder().maximumSize(REASONS).build();

  MatchReader(EntityManager em, ObjectMapper json) {
    this.em = em;
    this.json = json;
  }

  /** The matches of these topics among papers of these days, both ends included. */
  @Transactional
  List<MatchedPaper> of(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return em.unwrap(Session.class)
        .doReturningWork(connection -> read(connection, topicIds, from, to));
  }

  private List<MatchedPaper> read(
      Connection connection, Collection<Long> topicIds, LocalDate from, LocalDate to)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MATCHES)) {
      statement.setArray(1, connection.createArrayOf("bigint", topicIds.toArray()));
      statement.setObject(2, from);
      statement.setObject(3, to);
      List<MatchedPaper> matches = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Reason reason = reasons.get(row.getString(4), this::parse);
          matches.add(new MatchedPaper(row.getLong(1), row.getLong(2), row.getFloat(3), reason));
        }
      }
      return matches;
    }
  }

  private Reason parse(String reason) {
    try {
      return json.readValue(reason, Reason.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A stored reason does not read", damaged);
    }
  }
}
