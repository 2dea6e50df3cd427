package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes some senders' turns. What is common, a mail that was accepted and one that may go, is
 * written for all of them by one statement each; the rest row by row. Joins the caller's
 * transaction.
 */
@ApplicationScoped
class Turns {

  private final TurnRows rows;
  private final AnswerRecorder answers;
  private final LastCheck lastCheck;
  private final EntityManager entities;
  private final Event<MailEnded> ended;
  private final Clock clock;

  Turns(
      TurnRows rows,
      AnswerRecorder answers,
      LastCheck lastCheck,
      EntityManager entities,
      Event<MailEnded> ended,
      Clock clock) {
    this.rows = rows;
    this.answers = answers;
    this.lastCheck = lastCheck;
    this.entities = entities;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Records the answers, then names the next mails.
   *
   * @return the ids of those that go on the wire
   */
  Set<Long> write(List<Turn> group) {
    // All rows at once, in the order of ids, as everybody who locks several.
    Map<Long, TurnRows.Row> locked = rows.lock(ids(group));
    List<AcceptedRow> accepted = new ArrayList<>();
    for (Turn turn : group) {
      Answer answer = turn.answer();
      if (answer == null) {
        continue;
      }
      TurnRows.Row row = locked.get(answer.mailId());
      if (row == null || !row.onTheWire()) {
        answers.tooLate(answer);
      } else if (answer.reply() instanceof RelayReply.Accepted reply) {
        accepted.add(new AcceptedRow(turn, row, reply.text()));
      } else {
        answers.record(answer, turn.tell());
      }
    }
    record(accepted);
    entities.flush();
    return name(group, locked);
  }

  private static Set<Long> ids(List<Turn> group) {
    Set<Long> ids = new TreeSet<>();
    for (Turn turn : group) {
      if (turn.answer() != null) {
        ids.add(turn.answer().mailId());
      }
      if (turn.next() != null) {
        ids.add(turn.next().id());
      }
    }
    return ids;
  }

  private record AcceptedRow(Turn turn, TurnRows.Row row, String reply) {}

  private void record(List<AcceptedRow> accepted) {
    if (accepted.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    rows.sent(
        accepted.stream().map(one -> new TurnRows.Sent(one.row().id(), one.reply())).toList(), now);
    for (AcceptedRow one : accepted) {
      ReadyMail mail = Objects.requireNonNull(one.turn().answer()).mail();
      answers.accepted(mail);
      if (one.turn().tell()) {
        ended.fire(
            new MailEnded(
                mail.id(),
                mail.mail().kind(),
                mail.mail().reference(),
                MailState.SENT,
                one.row().uncertain()));
      }
    }
  }

  private Set<Long> name(List<Turn> group, Map<Long, TurnRows.Row> locked) {
    List<Turn> candidates =
        group.stream()
            .filter(
                turn -> {
                  TurnRows.Row row = turn.next() == null ? null : locked.get(turn.next().id());
                  return row != null && row.claimedByUs();
                })
            .toList();
    Set<Long> go = new HashSet<>(lastCheck.mayGo(candidates, locked));
    if (!go.isEmpty()) {
      rows.toTheWire(go);
    }
    return go;
  }
}
