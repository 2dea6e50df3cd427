package org.paperround.paper.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourceTurns;

/**
 * One request at a time, over all interfaces of a source and all instances of ours, and a pause
 * after each; longer if the source asks for it. The turn is a row in the database, see {@link
 * SourceTurns}.
 */
public final class SharedPace implements SourcePace {

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final SourceTurns turns;
  private final String name;
  private final Duration pause;
  private final Duration longestAttempt;
  private final ReentrantLock ours = new ReentrantLock(true);

  /**
   * @param name shared by all that keep this pace
   * @param pause from the end of an answer to the next request
   * @param longestAttempt how long an attempt may take; whoever takes longer is dead
   */
  public SharedPace(SourceTurns turns, String name, Duration pause, Duration longestAttempt) {
    this.turns = turns;
    this.name = "ask " + name;
    this.pause = pause;
    this.longestAttempt = longestAttempt.plus(MARGIN);
  }

  @Override
  public byte[] take(String who, Attempt attempt) throws Exception {
    ours.lockInterruptibly();
    try {
      SourceTurns.Turn turn = await(who);
      Duration rest = pause;
      try {
        return attempt.now();
      } catch (AttemptFailed failed) {
        rest =
            Optional.ofNullable(failed.retryAfter())
                .filter(r -> r.compareTo(pause) > 0)
                .orElse(pause);
        throw failed;
      } finally {
        turn.giveBack(rest);
      }
    } finally {
      ours.unlock();
    }
  }

  private SourceTurns.Turn await(String who) throws InterruptedException {
    Optional<SourceTurns.Turn> turn = turns.take(name, longestAttempt);
    while (turn.isEmpty()) {
      Duration wait = turns.untilFree(name).orElse(Duration.ZERO);
      if (wait.compareTo(LONGEST_WAIT) > 0) {
        throw SourceFailure.failed(
            who + " asked for a rest and is not asked for another " + wait.toSeconds() + " s");
      }
      // Whoever has the turn gives it back earlier than they must.
      Thread.sleep(Math.min(wait.toMillis(), LOOK_AGAIN_AFTER.toMillis()));
      turn = turns.take(name, longestAttempt);
    }
    return turn.get();
  }
}
