package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the senders write down. The transaction that records an answer is the one that names the
 * sender's next mail, so that after a crash exactly the mails that were named are uncertain.
 *
 * <p>Commits are grouped: whoever comes while another commits waits, and is written with all who
 * wait, in one transaction by one of them.
 */
@ApplicationScoped
class Journal {

  private final Turns turns;
  private final AnswerRecorder answers;
  private final ConcurrentLinkedQueue<Turn> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  Journal(Turns turns, AnswerRecorder answers) {
    this.turns = turns;
    this.answers = answers;
  }

  /**
   * Records what became of a sender's last mail and names its next, in one commit. Safe to call
   * again with the same arguments when it is not known whether the commit happened.
   *
   * @param next a row this process has claimed
   * @param tell whether the rooms above are told of final states
   * @return whether {@code next} is to go on the wire
   */
  boolean turn(@Nullable Answer answer, @Nullable ReadyMail next, boolean tell) {
    Turn mine = Turn.of(answer, next, tell);
    waiting.add(mine);
    writing.lock();
    try {
      if (!mine.go().isDone()) {
        writeAll();
      }
    } finally {
      writing.unlock();
    }
    try {
      return mine.go().join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void writeAll() {
    List<Turn> group = new ArrayList<>();
    for (Turn turn = waiting.poll(); turn != null; turn = waiting.poll()) {
      group.add(turn);
    }
    try {
      write(group);
    } catch (RuntimeException failed) {
      if (group.size() == 1) {
        group.get(0).go().completeExceptionally(failed);
      } else {
        // One by one, so that only the one that fails is left out.
        group.forEach(this::writeAlone);
      }
    }
  }

  private void writeAlone(Turn turn) {
    try {
      write(List.of(turn));
    } catch (RuntimeException failed) {
      turn.go().completeExceptionally(failed);
    }
  }

  private void write(List<Turn> group) {
    Set<Long> named = QuarkusTransaction.requiringNew().call(() -> turns.write(group));
    for (Turn turn : group) {
      ReadyMail next = turn.next();
      turn.go().complete(next != null && named.contains(next.id()));
    }
  }

  /** Takes back what earlier failures cost some mails, for they turned out to be the relay's. */
  void giveBack(List<Long> mailIds) {
    QuarkusTransaction.requiringNew().run(() -> answers.giveBack(mailIds));
  }
}
