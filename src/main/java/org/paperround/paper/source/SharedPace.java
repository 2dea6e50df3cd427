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

  // Longer than an attempt lives, so that only the dead lose their turn.
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

  private final SourceTurns turns;
  private final String turn;
  private final Duration pause;
  private final ReentrantLock ours = new ReentrantLock(true);

  /**
   * @param name shared by all that keep this pace
   * @param pause from the end of an answer to the next request
   */
  public SharedPace(SourceTurns turns, String name, Duration pause) {
    this.turns = turns;
    this.turn = "ask " + name;
    this.pause = pause;
  }

  @Override
  public byte[] take(String who, Attempt attempt) throws Exception {
    ours.lockInterruptibly();
    try {
      await(who);
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
        turns.giveBack(turn, rest);
      }
    } finally {
      ours.unlock();
    }
  }

  private void await(String who) throws InterruptedException {
    while (!turns.take(turn, LONGEST_ATTEMPT)) {
      Duration wait = turns.untilFree(turn).orElse(Duration.ZERO);
      if (wait.compareTo(LONGEST_WAIT) > 0) {
        throw SourceFailure.failed(
            who + " asked for a rest and is not asked for another " + wait.toSeconds() + " s");
      }
      // Whoever has the turn gives it back earlier than they must.
      Thread.sleep(Math.min(wait.toMillis(), LOOK_AGAIN_AFTER.toMillis()));
    }
  }
}
