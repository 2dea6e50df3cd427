package org.paperround.delivery;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The one thread of a process that claims. It looks at the outbox every second, and at once when a
 * mail was accepted or the senders run low; claims are committed before any sender sees them. It
 * also renews the leases of what the process holds.
 */
final class OutboxClaimer implements Runnable {

  private static final Logger LOG = Logger.getLogger(OutboxClaimer.class);
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  /** Enough to keep the senders busy for a moment; what a dead process makes others wait for. */
  static final int CHUNK = 100;

  /** While the relay fails: something to probe with, or to expire. */
  private static final int PROBE_CHUNK = 10;

  private final Recovery recovery;
  private final Leases leases;
  private final ClaimedMails claimed;
  private final RelayGate gate;
  private final OutboxBell bell;
  private final StopSignal stop;
  private final long renewEveryNanos;
  private long renewedAt = System.nanoTime();

  OutboxClaimer(
      Recovery recovery,
      Leases leases,
      ClaimedMails claimed,
      RelayGate gate,
      OutboxBell bell,
      StopSignal stop,
      Duration leaseFor) {
    this.recovery = recovery;
    this.leases = leases;
    this.claimed = claimed;
    this.gate = gate;
    this.bell = bell;
    this.stop = stop;
    this.renewEveryNanos = leaseFor.toNanos() / 3;
  }

  @Override
  public void run() {
    try {
      while (!stop.isGiven()) {
        look();
        bell.await(LOOKS_EVERY);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      renew();
      for (Lane lane : Lane.values()) {
        int room = room(claimed.ready(lane));
        if (room > 0) {
          List<Long> mails = recovery.claim(lane, room);
          claimed.put(lane, mails);
        }
      }
    } catch (RuntimeException failed) {
      LOG.warn("Could not look at the outbox; trying again in a second", failed);
    }
  }

  private int room(int ready) {
    if (gate.isOpen()) {
      return ready <= ClaimedMails.LOW ? CHUNK - ready : 0;
    }
    return ready == 0 ? PROBE_CHUNK : 0;
  }

  private void renew() {
    if (System.nanoTime() - renewedAt >= renewEveryNanos) {
      leases.renew(claimed.held());
      renewedAt = System.nanoTime();
    }
  }
}
