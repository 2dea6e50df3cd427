package org.paperround.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One life of the outbox's threads: from start to stop. */
final class DrainRun {

  private final StopSignal stop = new StopSignal();
  private final List<Thread> senders = new ArrayList<>();
  private final Thread claimer;

  /** Starts a claimer and as many senders as there are connections. */
  DrainRun(
      int connections,
      Function<StopSignal, OutboxClaimer> claimers,
      BiFunction<List<Lane>, StopSignal, Sender> makeSender) {
    claimer = thread("outbox-claimer", claimers.apply(stop));
    for (int i = 0; i < connections; i++) {
      senders.add(thread("outbox-sender-" + i, makeSender.apply(lanes(i, connections), stop)));
    }
    senders.forEach(Thread::start);
    claimer.start();
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What one sender serves: an eighth of them, at least one, nothing but transactional mail; the
   * others bulk, and transactional where bulk has nothing. A single one serves transactional first.
   */
  static List<Lane> lanes(int sender, int connections) {
    if (connections == 1) {
      return List.of(Lane.TRANSACTIONAL, Lane.BULK);
    }
    return sender < Math.max(1, connections / 8)
        ? List.of(Lane.TRANSACTIONAL)
        : List.of(Lane.BULK, Lane.TRANSACTIONAL);
  }

  /** Tells all to stop, without waiting. */
  void tellToStop() {
    stop.give();
  }

  /**
   * Waits for the answers to what is on the wire.
   *
   * @return whether all were recorded
   */
  boolean awaitStop(Duration within) throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    boolean stopped = true;
    List<Thread> all = new ArrayList<>(senders);
    all.add(claimer);
    for (Thread thread : all) {
      thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
      stopped &= !thread.isAlive();
    }
    return stopped;
  }
}
