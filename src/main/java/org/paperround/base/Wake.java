package org.paperround.base;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
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
   */
  public Wake(Runnable work) {
    this.work = work;
    // The work begins with nothing of whoever woke it, above all not their finished transaction.
    this.executor =
        ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();
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
