package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes what a round made of many subscriptions, with few statements. */
@ApplicationScoped
class ServedRows {

  private static final String SERVED =
      """
      update subscription set status = ?, first_digest_due = false,
        last_slot_on = coalesce(?, last_slot_on), last_round_at = ?, last_outcome = ?,
        last_papers_seen = ?, due_at = ?, silences = left(? || silences, %d)
      where id = any(?)
      """
          .formatted(Silence.KEPT_CHARACTERS);

  private final EntityManager em;

  ServedRows(EntityManager em) {
    this.em = em;
  }

  /** What is to be written; readers of one hour have it in common. */
  private record News(
      @Nullable LocalDate slotDay,
      RoundOutcome outcome,
      int papersSeen,
      Instant dueAt,
      String silence) {

    static News of(Served served, Instant at) {
      DueSubscription due = served.due();
      return new News(
          due.first() ? null : due.slotDay(),
          served.outcome(),
          served.papersSeen(),
          new DeliverySlots(due.choices()).firstAfter(at),
          Silence.of(served, at).map(Silence::toString).orElse(""));
    }
  }

  /** Moves each on to its first slot after an instant. */
  void write(Instant at, List<Served> served) {
    Map<News, List<Long>> ids =
        served.stream()
            .collect(
                Collectors.groupingBy(
                    one -> News.of(one, at),
                    Collectors.mapping(one -> one.due().id(), Collectors.toList())));
    em.unwrap(Session.class).doWork(connection -> write(connection, at, ids));
  }

  private static void write(Connection connection, Instant at, Map<News, List<Long>> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SERVED)) {
      for (Map.Entry<News, List<Long>> entry : ids.entrySet()) {
        News news = entry.getKey();
        statement.setString(1, SubscriptionStatus.CONFIRMED.name());
        statement.setObject(2, news.slotDay(), Types.DATE);
        statement.setObject(3, at.atOffset(ZoneOffset.UTC));
        statement.setString(4, news.outcome().name());
        statement.setInt(5, news.papersSeen());
        statement.setObject(6, news.dueAt().atOffset(ZoneOffset.UTC));
        statement.setString(7, news.silence());
        statement.setArray(8, connection.createArrayOf("bigint", entry.getValue().toArray()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
