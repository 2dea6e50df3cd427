package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.paperround.subscription.DueSubscription;

/** Editions as a round reads and writes them: those of many readers with each statement. */
@ApplicationScoped
class EditionRows {

  // Subselects, not a join: PostgreSQL plans them well before it has statistics of a new table too.
  // Editions from before papers had a column of their own have them in their items.
  private static final String EARLIER =
      """
      select u.id,
        (select array_agg(e.period) from edition e
          where e.subscription_id = u.id and e.period in (u.period, 'FIRST')) periods,
        (select array_agg(
            cast(floor(extract(epoch from e.composed_for) * 1000) as bigint)
              || ':' || coalesce(e.papers, e.items))
          from edition e
          where e.subscription_id = u.id and e.composed_at >= ? and not e.released) editions
      from unnest(?, ?) u(id, period)
      """;

  private final EntityManager em;
  private final StatelessSession inserts;

  EditionRows(EntityManager em, StatelessSession inserts) {
    this.em = em;
    this.inserts = inserts;
  }

  /** Writes new editions, which get their numbers. */
  void insert(List<Edition> editions) {
    inserts.insertMultiple(editions);
  }

  /**
   * What these readers had before: by their subscription's number.
   *
   * @param composedAt editions composed before this hold no paper that could come again
   */
  Map<Long, EarlierEditions> earlier(List<DueSubscription> readers, Instant composedAt) {
    return em.unwrap(Session.class)
        .doReturningWork(connection -> earlier(connection, readers, composedAt));
  }

  private static Map<Long, EarlierEditions> earlier(
      Connection connection, List<DueSubscription> readers, Instant composedAt)
      throws SQLException {
    Object[] ids = readers.stream().map(DueSubscription::id).toArray();
    Object[] periods = readers.stream().map(reader -> reader.slotDay().toString()).toArray();
    Map<Long, EarlierEditions> earlier = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(EARLIER)) {
      statement.setObject(1, composedAt.atOffset(ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("bigint", ids));
      statement.setArray(3, connection.createArrayOf("varchar", periods));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          earlier.put(row.getLong(1), earlier(row.getArray(2), row.getArray(3)));
        }
      }
    }
    return earlier;
  }

  private static EarlierEditions earlier(@Nullable Array periods, @Nullable Array editions)
      throws SQLException {
    Set<String> had = new HashSet<>();
    for (Object period : elements(periods)) {
      had.add((String) period);
    }
    Set<Long> papers = new HashSet<>();
    Instant latest = Instant.MIN;
    for (Object edition : elements(editions)) {
      String text = (String) edition;
      int colon = text.indexOf(':');
      Instant composedFor = Instant.ofEpochMilli(Long.parseLong(text, 0, colon, 10));
      latest = composedFor.isAfter(latest) ? composedFor : latest;
      String papersOfIt = text.substring(colon + 1);
      if (papersOfIt.startsWith("[")) {
        papers.addAll(Selection.ids(EditionItems.read(papersOfIt)));
      } else {
        PaperNumbers.read(papersOfIt, papers);
      }
    }
    return new EarlierEditions(had, papers, latest);
  }

  private static Object[] elements(@Nullable Array array) throws SQLException {
    return array == null ? new Object[0] : (Object[]) array.getArray();
  }
}
