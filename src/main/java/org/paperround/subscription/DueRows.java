package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;

/**
 * The rows a round begins with, some hundred with each statement. In plain SQL: as entities they
 * would be read one by one.
 */
@ApplicationScoped
class DueRows {

  // Not locked at once: H2 would lock every row that is due.
  private static final String AFTER =
      """
      select due_at, id from subscription
      where first_digest_due = ? and due_at <= ? and (due_at, id) > (?, ?)
      order by first_digest_due, due_at, id
      limit ?
      """;

  private static final String LOCK =
      """
      select id from subscription where id = any(?) and due_at <= ?
      for update skip locked
      """;

  // Subselects, not a join: PostgreSQL plans them well before it has statistics of a new table too.
  private static final String READ =
      """
      select s.id, s.frequency, s.weekday, s.deliver_at, s.time_zone, s.max_papers, s.trending,
        s.send_empty, s.first_digest_due, s.last_round_at, r.address,
        (select array_agg(t.topic_id order by t.place) from subscription_topic t
          where t.subscription_id = s.id) topic_ids,
        (select array_agg(t.kind || ' ' || t.strength || ' ' || t.written order by t.place)
          from subscription_topic t where t.subscription_id = s.id) topics_asked,
        (select array_agg(m.topic_id) from subscription_mute m
          where m.subscription_id = s.id) muted_topic_ids,
        (select array_agg(f.topic_id || ' ' || f.want) from feedback f
          where f.subscription_id = s.id) leanings
      from subscription s join subscriber r on r.id = s.subscriber_id
      where s.id = any(?)
      """;

  private final EntityManager em;

  DueRows(EntityManager em) {
    this.em = em;
  }

  /** Those who are due behind a place, in order. */
  List<DuePlace> after(DuePlace place, Instant at, int most) {
    return query(
        AFTER,
        (connection, statement) -> {
          statement.setBoolean(1, place.first());
          statement.setObject(2, utc(at));
          statement.setObject(3, utc(place.dueAt()));
          statement.setLong(4, place.id());
          statement.setInt(5, most);
        },
        row -> new DuePlace(place.first(), instant(row, 1), row.getLong(2)));
  }

  /** Locks those of these rows that are still due and that nobody else has. */
  List<Long> lock(List<Long> ids, Instant at) {
    return query(
        LOCK,
        (connection, statement) -> {
          statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
          statement.setObject(2, utc(at));
        },
        row -> row.getLong(1));
  }

  List<DueSubscription> read(List<Long> ids, Instant at) {
    return query(
        READ,
        (connection, statement) ->
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray())),
        row -> due(row, at));
  }

  private static DueSubscription due(ResultSet row, Instant at) throws SQLException {
    List<AskedTopic> topics = topics(row.getArray("topic_ids"), row.getArray("topics_asked"));
    Choices choices =
        new Choices(
            topics.stream().map(AskedTopic::choice).toList(),
            List.of(),
            Frequency.valueOf(row.getString("frequency")),
            DayOfWeek.valueOf(row.getString("weekday")),
            row.getObject("deliver_at", LocalTime.class),
            ZoneId.of(row.getString("time_zone")),
            row.getInt("max_papers"),
            row.getBoolean("trending"),
            row.getBoolean("send_empty"));
    boolean first = row.getBoolean("first_digest_due");
    DeliverySlots slots = new DeliverySlots(choices);
    LocalDate slotDay = first ? slots.dayOf(at) : slots.lastDayUntil(at);
    OffsetDateTime lastRoundAt = row.getObject("last_round_at", OffsetDateTime.class);
    return new DueSubscription(
        row.getLong("id"),
        EmailAddress.parse(row.getString("address")),
        choices,
        topics,
        ids(row.getArray("muted_topic_ids")),
        leanings(row.getArray("leanings")),
        first,
        slotDay,
        lastRoundAt == null ? null : lastRoundAt.toInstant());
  }

  private static List<AskedTopic> topics(@Nullable Array ids, @Nullable Array asked)
      throws SQLException {
    if (ids == null || asked == null) {
      return List.of();
    }
    Object[] numbers = (Object[]) ids.getArray();
    Object[] parts = (Object[]) asked.getArray();
    List<AskedTopic> topics = new ArrayList<>(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      String[] part = ((String) parts[i]).split(" ", 3);
      topics.add(
          new AskedTopic(
              (Long) numbers[i], TopicKind.valueOf(part[0]), part[2], Strength.valueOf(part[1])));
    }
    return List.copyOf(topics);
  }

  private static List<Long> ids(@Nullable Array column) throws SQLException {
    return column == null
        ? List.of()
        : Arrays.stream((Object[]) column.getArray()).map(Long.class::cast).toList();
  }

  private static List<LeaningTopic> leanings(@Nullable Array column) throws SQLException {
    if (column == null) {
      return List.of();
    }
    List<LeaningTopic> leanings = new ArrayList<>();
    for (Object one : (Object[]) column.getArray()) {
      String[] part = ((String) one).split(" ", 2);
      leanings.add(new LeaningTopic(Long.parseLong(part[0]), Want.valueOf(part[1])));
    }
    return List.copyOf(leanings);
  }

  private interface Question {
    void put(Connection connection, PreparedStatement statement) throws SQLException;
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Question question, Row<T> read) {
    ReturningWork<List<T>> work =
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            question.put(connection, statement);
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                rows.add(read.read(row));
              }
            }
            return rows;
          }
        };
    return em.unwrap(Session.class).doReturningWork(work);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
