package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.smtp.RelayReply;
import org.paperround.suppression.SuppressionReason;

/**
 * Writes turns of every kind, and tells what comes of them. What is common, a mail that was
 * accepted and one that may go, is written for all by one statement each; the rest row by row.
 */
@ApplicationScoped
class Turns {

  private final DataSource database;
  private final TurnRows rows;
  private final AnswerRecorder answers;
  private final LastCheck lastCheck;
  private final SentCount sent;
  private final EntityManager entities;
  private final Clock clock;

  Turns(
      DataSource database,
      TurnRows rows,
      AnswerRecorder answers,
      LastCheck lastCheck,
      SentCount sent,
      EntityManager entities,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.answers = answers;
    this.lastCheck = lastCheck;
    this.sent = sent;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Records the answers, then names the next mails. Joins the caller's transaction.
   *
   * @return the ids of those that go on the wire
   */
  Set<Long> write(List<Turn> group) {
    try (Connection connection = database.getConnection()) {
      Map<Long, TurnRows.Row> locked = rows.lock(connection, Turn.mailIds(group));
      List<TurnRows.Sent> accepted = new ArrayList<>();
      for (Turn turn : group) {
        record(turn, locked, accepted);
      }
      rows.sent(connection, accepted, clock.instant());
      accepted.forEach(one -> sent.count(one.mail(), one.uncertain()));
      entities.flush();
      Set<Long> go = mayGo(group, locked);
      rows.toTheWire(connection, go);
      return go;
    } catch (SQLException failed) {
      throw new IllegalStateException("The outbox could not be written", failed);
    }
  }

  private void record(Turn turn, Map<Long, TurnRows.Row> locked, List<TurnRows.Sent> accepted) {
    Answer answer = turn.answer();
    if (answer == null) {
      return;
    }
    TurnRows.Row row = locked.get(answer.mailId());
    if (row == null || !row.onTheWire()) {
      answers.tooLate(answer);
    } else if (answer.reply() instanceof RelayReply.Accepted reply) {
      accepted.add(new TurnRows.Sent(answer.mail(), row.uncertain(), reply.text()));
    } else {
      answers.record(answer, turn.tell());
    }
  }

  private Set<Long> mayGo(List<Turn> group, Map<Long, TurnRows.Row> locked) {
    Map<EmailAddress, SuppressionReason> suppressed = lastCheck.suppressed(group);
    Set<Long> go = new HashSet<>();
    for (Turn turn : group) {
      ReadyMail next = turn.next();
      TurnRows.Row row = next == null ? null : locked.get(next.id());
      if (next == null || row == null || !row.claimedByUs()) {
        continue;
      }
      LastCheck.Verdict verdict = lastCheck.verdict(next, row, suppressed);
      if (verdict == null) {
        go.add(next.id());
      } else {
        lastCheck.end(next, verdict, turn.tell());
      }
    }
    return go;
  }
}
