package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.config.DatabaseKind;

/**
 * Leases rows that are due, as plain JDBC: every mail passes here. Joins the caller's transaction.
 */
@ApplicationScoped
class DueMails {

  private static final String FREE = "(lease_until is null or lease_until < current_timestamp)";

  /** Behind every domain: no A-label has this letter. */
  private static final String LAST = "~";

  private static final String DUE =
      "select id from outgoing_mail %s where lane = ?%s"
          + " and next_attempt_at >= timestamp with time zone '1970-01-01 00:00:00Z'"
          + " and next_attempt_at <= ? and "
          + FREE;
  private static final String IN_ORDER = " order by lane, next_attempt_at, id";
  private static final String FIRST = " fetch first ? rows only";

  /** PostgreSQL passes by what another instance is just taking. */
  private static final String UNLOCKED = FIRST + " for update skip locked";

  private static final String BETWEEN =
      DUE.formatted("", " and to_domain > ? and to_domain < ?")
          + " order by lane, to_domain, next_attempt_at"
          + UNLOCKED;

  private static final String OURS =
      "select id, kind, lane, to_address, reference, message_key, queued_at, uncertain, state"
          + " from outgoing_mail where id = any(?) and lease_owner = ? order by next_attempt_at, id";

  private final DataSource source;
  private final DatabaseKind database;
  private final Leases leases;
  private final Clock clock;
  private final String lease;

  DueMails(DataSource source, DatabaseKind database, Leases leases, Clock clock) {
    this.source = source;
    this.database = database;
    this.leases = leases;
    this.clock = clock;
    this.lease =
        "update outgoing_mail set lease_owner = ?, lease_until = "
            + leases.untilExpression()
            + " where id = any(?) and next_attempt_at is not null and "
            + FREE;
  }

  /**
   * A row that is leased now.
   *
   * @param interrupted whoever had it before stopped with it on the wire
   */
  record Leased(ClaimedMail mail, boolean interrupted) {}

  /**
   * Leases the rows of a lane that are due: waiting ones, and ones whose owner went silent. The
   * longest due come first, unless some domains are passed by.
   */
  List<Leased> claim(Lane lane, Set<String> passedBy, int atMost) {
    try (Connection connection = source.getConnection()) {
      List<Long> due = due(connection, lane, passedBy, atMost);
      if (due.isEmpty()) {
        return List.of();
      }
      try (PreparedStatement statement = connection.prepareStatement(lease)) {
        statement.setString(1, leases.owner());
        statement.setArray(2, connection.createArrayOf("bigint", due.toArray()));
        statement.executeUpdate();
      }
      return ours(connection, due);
    } catch (SQLException failed) {
      throw new IllegalStateException("No mails could be claimed", failed);
    }
  }

  private List<Long> due(Connection connection, Lane lane, Set<String> passedBy, int atMost)
      throws SQLException {
    List<String> domains = new ArrayList<>(new TreeSet<>(passedBy));
    if (database.isOneProcess()) {
      // H2 settles how to look when the outbox is empty, and any way seems good: it is told the
      // index. It sees that this has the order already only when both begin with the lane, which is
      // one, and without a lower border it would walk over all the rows that ended. And it would
      // lock every row that is due to give out a few; its one process has one claimer, and the
      // update asks again.
      String besides = " and to_domain <> ?".repeat(domains.size());
      return due(
          connection,
          DUE.formatted("use index (outgoing_mail_due)", besides) + IN_ORDER + FIRST,
          lane,
          atMost,
          domains);
    }
    if (domains.isEmpty()) {
      return due(connection, DUE.formatted("", "") + IN_ORDER + UNLOCKED, lane, atMost, domains);
    }
    return dueBetween(connection, lane, domains, atMost);
  }

  /** Without some domains: as ranges between them, each of which an index gives. */
  private List<Long> dueBetween(Connection connection, Lane lane, List<String> domains, int atMost)
      throws SQLException {
    List<Long> due = new ArrayList<>();
    String after = "";
    domains.add(LAST);
    for (String before : domains) {
      if (due.size() < atMost) {
        due.addAll(due(connection, BETWEEN, lane, atMost - due.size(), List.of(after, before)));
      }
      after = before;
    }
    return due;
  }

  private List<Long> due(
      Connection connection, String select, Lane lane, int atMost, List<String> borders)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      int place = 1;
      statement.setString(place++, lane.name());
      for (String border : borders) {
        statement.setString(place++, border);
      }
      statement.setObject(place++, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setInt(place, atMost);
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }

  private List<Leased> ours(Connection connection, List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OURS)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      statement.setString(2, leases.owner());
      List<Leased> ours = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ours.add(leased(rows));
        }
      }
      return ours;
    }
  }

  private static Leased leased(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    String address = row.getString(4);
    Instant queuedAt = row.getObject(7, OffsetDateTime.class).toInstant();
    boolean interrupted = MailState.valueOf(row.getString(9)) == MailState.SENDING;
    ClaimedMail mail =
        new ClaimedMail(
            id,
            MailKind.valueOf(row.getString(2)),
            Lane.valueOf(row.getString(3)),
            address == null ? null : EmailAddress.stored(address),
            row.getLong(5),
            MessageIds.messageId(id, row.getString(6)),
            queuedAt,
            interrupted || row.getBoolean(8));
    return new Leased(mail, interrupted);
  }
}
