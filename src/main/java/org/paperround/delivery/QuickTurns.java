package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.smtp.RelayReply;
import org.paperround.suppression.SuppressionReason;

/**
 * Writes the turns that are as nearly all are: the relay took the last mail, and the next may go.
 * One commit of two statements, without the machinery that the others need. When a row turns out to
 * be another's by now, cancelled, erased or stale, nothing is written, and {@link Turns} looks.
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
    Map<EmailAddress, SuppressionReason> suppressed =
        lastCheck.suppressed(group.stream().filter(QuickTurns::isPlain).toList());
    Map<Boolean, List<Turn>> byPlain =
        group.stream()
            .collect(
                Collectors.partitioningBy(
                    turn -> isPlain(turn) && !isForbidden(turn.next(), suppressed)));
    List<Turn> plain = byPlain.getOrDefault(true, List.of());
    Set<Long> named = namedIn(plain);
    return !plain.isEmpty() && commit(sentIn(plain), named)
        ? new Written(plain, byPlain.getOrDefault(false, List.of()), named)
        : new Written(List.of(), group, Set.of());
  }

  private static boolean isPlain(Turn turn) {
    Answer answer = turn.answer();
    return answer == null || answer.reply() instanceof RelayReply.Accepted;
  }

  private static boolean isForbidden(
      @Nullable ReadyMail next, Map<EmailAddress, SuppressionReason> suppressed) {
    return next != null && LastCheck.forbidden(next, suppressed) != null;
  }

  private static List<TurnRows.Sent> sentIn(List<Turn> plain) {
    List<TurnRows.Sent> sent = new ArrayList<>();
    for (Turn turn : plain) {
      Answer answer = turn.answer();
      if (answer != null && answer.reply() instanceof RelayReply.Accepted reply) {
        sent.add(new TurnRows.Sent(answer.mail(), answer.mail().mail().uncertain(), reply.text()));
      }
    }
    return sent;
  }

  private static Set<Long> namedIn(List<Turn> plain) {
    Set<Long> named = new HashSet<>();
    for (Turn turn : plain) {
      if (turn.next() != null) {
        named.add(turn.next().id());
      }
    }
    return named;
  }

  /** All of it, or nothing where a row is not as it should be. */
  private boolean commit(List<TurnRows.Sent> mails, Set<Long> named) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean committed = false;
      try {
        Instant now = clock.instant();
        boolean asExpected =
            (mails.isEmpty() || rows.sent(connection, mails, now))
                && (named.isEmpty() || rows.toTheWireIfOurs(connection, named, now));
        if (asExpected) {
          connection.commit();
          committed = true;
          mails.forEach(one -> sent.count(one.mail(), one.uncertain()));
        }
        return asExpected;
      } finally {
        // Else giving back the connection would commit what is half done.
        if (!committed) {
          connection.rollback();
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The outbox could not be written", failed);
    }
  }
}
