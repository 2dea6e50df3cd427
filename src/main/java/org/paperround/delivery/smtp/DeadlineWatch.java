package org.paperround.delivery.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Bounds whole steps of a conversation, however the server drips: closes the socket of a step that
 * is overdue, which ends a write as well as a read. It looks four times a second, so that a step
 * costs no timer of its own.
 */
final class DeadlineWatch implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);
  private static final long EVERY_MILLIS = 250;

  private final Set<Step> steps = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "relay-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  DeadlineWatch() {
    var ignored =
        timer.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A step under watch; closing it ends the watch. */
  final class Step implements AutoCloseable {

    private final Socket socket;
    private final long until;
    private volatile boolean overdue;

    private Step(Socket socket, long until) {
      this.socket = socket;
      this.until = until;
    }

    boolean isOverdue() {
      return overdue;
    }

    @Override
    public void close() {
      steps.remove(this);
    }
  }

  Step watch(Socket socket, Duration within) {
    Step step = new Step(socket, System.nanoTime() + within.toNanos());
    steps.add(step);
    return step;
  }

  private void look() {
    long now = System.nanoTime();
    for (Step step : steps) {
      if (now - step.until >= 0 && !step.overdue) {
        step.overdue = true;
        try {
          step.socket.close();
        } catch (IOException alreadyBroken) {
          LOG.debug("Closing an overdue socket", alreadyBroken);
        }
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
