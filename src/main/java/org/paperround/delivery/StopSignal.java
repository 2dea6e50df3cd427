package org.paperround.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Told once to all threads of a run. */
final class StopSignal {

  private final CountDownLatch given = new CountDownLatch(1);

  void give() {
    given.countDown();
  }

  boolean isGiven() {
    return given.getCount() == 0;
  }

  /** Waits a while, or until it is given. */
  void await(Duration atMost) throws InterruptedException {
    boolean ignored = given.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
