package org.paperround.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the senders write down. The transaction that records an answer is the one that names the
 * sender's next mail, so that after a crash exactly the mails that were named are uncertain.
 *
 * <p>Commits are grouped, for one of ten turns costs little more than one of one: one thread writes
 * all who wait in one transaction, and meanwhile the next gather. It lets others join while most
 * senders are still on the wire, as PostgreSQL does with its {@code commit_delay}, but never for
 * long. A thread of its own, so that a sender whose turn is written is back on the wire at once.
 */
@ApplicationScoped
class Journal {

  /** Little beside the time a relay takes, much beside that of a commit. */
  private static final long JOINS_WITHIN = Duration.ofMillis(5).toNanos();

  private final QuickTurns quickTurns;
  private final Turns turns;
  private final AnswerRecorder answers;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "outbox-journal");
            thread.setDaemon(true);
            return thread;
          });
  private final ReentrantLock door = new ReentrantLock();
  private final Condition arrived = door.newCondition();
  private final List<Turn> waiting = new ArrayList<>();
  private final Set<Long> onTheWire = new HashSet<>();

  Journal(QuickTurns quickTurns, Turns turns, AnswerRecorder answers) {
    this.quickTurns = quickTurns;
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
    arrive(mine);
    try {
      return mine.go().join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void arrive(Turn turn) {
    door.lock();
    try {
      if (turn.answer() != null) {
        onTheWire.remove(turn.answer().mailId());
      }
      waiting.add(turn);
      if (waiting.size() == 1) {
        writer.execute(this::writeWaiting);
      }
      arrived.signal();
    } finally {
      door.unlock();
    }
  }

  private void writeWaiting() {
    List<Turn> group = gather();
    try {
      writeAll(group);
    } finally {
      // After an Error: no sender waits for ever.
      group.forEach(
          turn -> turn.go().completeExceptionally(new IllegalStateException("Not written")));
    }
  }

  /** All who wait, once they are at least as many as will still come. */
  private List<Turn> gather() {
    long nanos = JOINS_WITHIN;
    door.lock();
    try {
      while (waiting.size() < onTheWire.size() && nanos > 0) {
        nanos = awaitArrival(nanos);
      }
      List<Turn> group = List.copyOf(waiting);
      waiting.clear();
      return group;
    } finally {
      door.unlock();
    }
  }

  private long awaitArrival(long nanos) {
    try {
      return arrived.awaitNanos(nanos);
    } catch (InterruptedException hurried) {
      return 0;
    }
  }

  @PreDestroy
  void close() {
    writer.shutdown();
  }

  private void writeAll(List<Turn> group) {
    try {
      write(group);
    } catch (RuntimeException failed) {
      if (group.size() == 1) {
        group.get(0).go().completeExceptionally(failed);
      } else {
        // One by one, so that only the one that fails is left out.
        group.stream().filter(turn -> !turn.go().isDone()).forEach(turn -> writeAll(List.of(turn)));
      }
    }
  }

  private void write(List<Turn> group) {
    QuickTurns.Written written = quickTurns.write(group);
    letGo(written.turns(), written.named());
    List<Turn> rest = written.rest();
    if (!rest.isEmpty()) {
      letGo(rest, QuarkusTransaction.requiringNew().call(() -> turns.write(rest)));
    }
  }

  private void letGo(List<Turn> group, Set<Long> named) {
    leave(named);
    for (Turn turn : group) {
      ReadyMail next = turn.next();
      turn.go().complete(next != null && named.contains(next.id()));
    }
  }

  private void leave(Set<Long> named) {
    door.lock();
    try {
      onTheWire.addAll(named);
    } finally {
      door.unlock();
    }
  }

  /** Takes back what earlier failures cost some mails, for they turned out to be the relay's. */
  void giveBack(List<Long> mailIds) {
    QuarkusTransaction.requiringNew().run(() -> answers.giveBack(mailIds));
  }
}
