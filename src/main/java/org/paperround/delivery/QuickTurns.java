package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.suppression.SuppressionReason;

/**
 * Writes the turns that are as nearly all are: the relay took the last mail, and the next may go.
 * One commit of few statements, without the machinery that the others need.
 */
@ApplicationScoped
class QuickTurns {

  private final DataSource database;
  private final TurnRows rows;
  private final LastCheck lastCheck;
  private final SentCount sent;
  private final Clock clock;

  QuickTurns(DataSource database, TurnRows rows, LastCheck lastCheck, SentCount sent, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.lastCheck = lastCheck;
    this.sent = sent;
    this.clock = clock;
  }

  /**
   * What was committed.
   *
   * @param turns those that are written, answer and next mail
   * @param rest those of which nothing is
   * @param named the ids of the mails that go on the wire
   */
  record Written(List<Turn> turns, List<Turn> rest, Set<Long> named) {}

  /** Writes those it can. */
  Written write(List<Turn> group) {
    List<Turn> plain = group.stream().filter(QuickTurns::isPlain).toList();
    if (plain.isEmpty()) {
      return new Written(List.of(), group, Set.of());
    }
    Map<EmailAddress, SuppressionReason> suppressed = lastCheck.suppressed(plain);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Batch batch = new Batch(rows.lock(connection, Turn.mailIds(plain)), suppressed);
        group.forEach(batch::add);
        batch.write(connection);
        connection.commit();
        batch.sent.forEach(one -> sent.count(one.mail(), one.row().uncertain()));
        return new Written(batch.written, batch.rest, batch.named);
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The outbox could not be written", failed);
    }
  }

  private static boolean isPlain(Turn turn) {
    Answer answer = turn.answer();
    return answer == null || answer.reply() instanceof RelayReply.Accepted;
  }

  /** What one commit writes. */
  private final class Batch {

    private final Map<Long, TurnRows.Row> locked;
    private final Map<EmailAddress, SuppressionReason> suppressed;
    private final List<Turn> written = new ArrayList<>();
    private final List<Turn> rest = new ArrayList<>();
    private final List<TurnRows.Sent> sent = new ArrayList<>();
    private final Set<Long> named = new HashSet<>();

    Batch(Map<Long, TurnRows.Row> locked, Map<EmailAddress, SuppressionReason> suppressed) {
      this.locked = locked;
      this.suppressed = suppressed;
    }

    void add(Turn turn) {
      if (!isPlain(turn) || !answerIsOurs(turn.answer()) || isKept(turn.next())) {
        rest.add(turn);
        return;
      }
      written.add(turn);
      Answer answer = turn.answer();
      if (answer != null && answer.reply() instanceof RelayReply.Accepted reply) {
        sent.add(new TurnRows.Sent(answer.mail(), row(answer.mailId()), reply.text()));
      }
      ReadyMail next = turn.next();
      if (next != null && row(next.id()).claimedByUs()) {
        named.add(next.id());
      }
    }

    private TurnRows.Row row(long mailId) {
      TurnRows.Row row = locked.get(mailId);
      return row == null ? TurnRows.Row.gone(mailId) : row;
    }

    private boolean answerIsOurs(@Nullable Answer answer) {
      return answer == null || row(answer.mailId()).onTheWire();
    }

    /** Whether it is ours to send and yet does not go. */
    private boolean isKept(@Nullable ReadyMail next) {
      return next != null
          && row(next.id()).claimedByUs()
          && lastCheck.verdict(next, row(next.id()), suppressed) != null;
    }

    void write(Connection connection) throws SQLException {
      if (!sent.isEmpty()) {
        rows.sent(connection, sent, clock.instant());
      }
      if (!named.isEmpty()) {
        rows.toTheWire(connection, named);
      }
    }
  }
}
