package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of turns, as plain JDBC in batches: at thousands of mails a second an entity for
 * each would cost more than the mail. Joins the transaction of the connection.
 */
@ApplicationScoped
class TurnRows {

  private static final String LOCK =
      "select id, state, lease_owner, lease_until > current_timestamp, to_address is null,"
          + " uncertain, expires_at from outgoing_mail where id = any(?) order by id for update";
  private static final String SENT =
      "update outgoing_mail set state = 'SENT', reason = null, cancel_asked = null,"
          + " attempts = attempts + 1, last_reply = case when to_address is null then null else ? end,"
          + " next_attempt_at = null, lease_owner = null, lease_until = null, sent_at = ?, ended_at = ?"
          + " where id = ? and state = 'SENDING' and lease_owner = ?";

  private final Leases leases;
  private final String toTheWire;
  private final String stillOurs;

  TurnRows(Leases leases) {
    this.leases = leases;
    this.toTheWire =
        "update outgoing_mail set state = 'SENDING', lease_until = "
            + leases.untilExpression()
            + " where id = any(?)";
    this.stillOurs =
        toTheWire
            + " and state in ('QUEUED', 'DEFERRED', 'SENDING') and lease_owner = ?"
            + " and lease_until > current_timestamp and to_address is not null and expires_at > ?";
  }

  /**
   * A row as it stands under our lock.
   *
   * @param onTheWire it is ours and {@code SENDING}
   * @param claimedByUs it is ours, its lease runs and it may be put on the wire
   */
  record Row(
      long id,
      boolean onTheWire,
      boolean claimedByUs,
      boolean erased,
      boolean uncertain,
      Instant expiresAt) {}

  /**
   * A mail the relay took.
   *
   * @param uncertain whether an earlier attempt may have been taken as well
   * @param reply the relay's words
   */
  record Sent(ReadyMail mail, boolean uncertain, String reply) {}

  /** Locks rows in the order of their ids, as everybody does who locks several. */
  Map<Long, Row> lock(Connection connection, Collection<Long> mailIds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, connection.createArrayOf("bigint", mailIds.toArray()));
      Map<Long, Row> rows = new HashMap<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          Row row = row(found);
          rows.put(row.id(), row);
        }
      }
      return rows;
    }
  }

  private Row row(ResultSet found) throws SQLException {
    MailState state = MailState.valueOf(found.getString(2));
    boolean ours = leases.owner().equals(found.getString(3));
    return new Row(
        found.getLong(1),
        ours && state == MailState.SENDING,
        ours && !state.isFinal() && found.getBoolean(4),
        found.getBoolean(5),
        found.getBoolean(6),
        found.getObject(7, OffsetDateTime.class).toInstant());
  }

  /**
   * Records what was sent of what is ours and {@code SENDING}.
   *
   * @return whether all of them were
   */
  boolean sent(Connection connection, List<Sent> mails, Instant at) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SENT)) {
      OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
      for (Sent one : mails) {
        statement.setString(1, OutgoingMail.cut(one.reply()));
        statement.setObject(2, now);
        statement.setObject(3, now);
        statement.setLong(4, one.mail().id());
        statement.setString(5, leases.owner());
        statement.addBatch();
      }
      return Arrays.stream(statement.executeBatch()).sum() == mails.size();
    }
  }

  /** Names mails whose rows are locked and ours. */
  void toTheWire(Connection connection, Collection<Long> mailIds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(toTheWire)) {
      statement.setArray(1, connection.createArrayOf("bigint", mailIds.toArray()));
      statement.executeUpdate();
    }
  }

  /**
   * Names mails as far as they are ours, addressed and not stale.
   *
   * @return whether all of them are
   */
  boolean toTheWireIfOurs(Connection connection, Collection<Long> mailIds, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(stillOurs)) {
      statement.setArray(1, connection.createArrayOf("bigint", mailIds.toArray()));
      statement.setString(2, leases.owner());
      statement.setObject(3, now.atOffset(ZoneOffset.UTC));
      return statement.executeUpdate() == mailIds.size();
    }
  }
}
