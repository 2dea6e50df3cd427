package org.paperround.base;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One piece of background work that runs when somebody wakes it, never twice at a time. Wakes
 * during a run make exactly one more run, so none is missed and a thousand cost no more than one.
 * Work that fails is logged; the next wake tries again.
 */
public final class Wake {

  private static final Logger LOG = Logger.getLogger(Wake.class);

  private final Runnable work;
  private final Executor executor;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * @param work must be safe to run when there is nothing to do
   * @param executor takes the runs off the waking thread
   */
  public Wake(Runnable work, Executor executor) {
    this.work = work;
    this.executor = executor;
  }

  /** Asks for a run; returns at once. */
  public void wake() {
    asked.set(true);
    if (running.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }

  private void run() {
    try {
      while (asked.getAndSet(false)) {
        work.run();
      }
    } catch (RuntimeException failure) {
      LOG.error("Background work failed; it runs again when it is next woken", failure);
    } finally {
      running.set(false);
    }
    if (asked.get()) {
      wake();
    }
  }
}
