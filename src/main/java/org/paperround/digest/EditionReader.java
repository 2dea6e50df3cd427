package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;

/** Reads editions to be mailed: as rows, for none of them is going to be changed. */
@ApplicationScoped
class EditionReader {

  private static final String READ =
      """
      select id, subscription_id, slot_on, composed_at, papers_new, topics, items
      from edition where id = any (?)
      """;

  private final EntityManager em;

  EditionReader(EntityManager em) {
    this.em = em;
  }

  /** Those that are still kept, with one statement. */
  @Transactional
  List<EditionContent> read(Collection<Long> ids) {
    return em.unwrap(Session.class).doReturningWork(connection -> read(connection, ids));
  }

  private static List<EditionContent> read(Connection connection, Collection<Long> ids)
      throws SQLException {
    List<EditionContent> read = new ArrayList<>(ids.size());
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          read.add(content(row));
        }
      }
    }
    return read;
  }

  private static EditionContent content(ResultSet row) throws SQLException {
    EditionItems.Shown items = EditionItems.readShown(row.getString(7));
    return new EditionContent(
        row.getLong(1),
        row.getLong(2),
        row.getObject(3, LocalDate.class),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getInt(5),
        texts(row.getArray(6)),
        items.items(),
        items.more());
  }

  private static List<String> texts(Array array) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object text : (Object[]) array.getArray()) {
      texts.add((String) text);
    }
    return texts;
  }
}
