package org.paperround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.rate.Rates;

/**
 * The one thread of a process that claims. It looks at the outbox every second, and at once when a
 * mail was accepted or the senders run low; claims are committed before any sender sees them. It
 * also has what it claimed rendered, and renews the leases of what the process holds.
 */
final class OutboxClaimer implements Runnable {

  private static final Logger LOG = Logger.getLogger(OutboxClaimer.class);
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  /** While the relay fails: something to probe with, or to expire. */
  private static final int PROBE_CHUNK = 10;

  /** Looking for mails to other domains costs at most this fraction of the time. */
  private static final int REST = 20;

  /** Domains that must wait longer give their mails back. */
  private static final Duration WORTH_HOLDING = Duration.ofSeconds(5);

  private final Recovery recovery;
  private final Leases leases;
  private final ClaimedMails claimed;
  private final ReadyMails readyMails;
  private final RelayGate gate;
  private final Rates rates;
  private final OutboxBell bell;
  private final StopSignal stop;
  private final Clock clock;
  private final int chunk;
  private final long renewEveryNanos;
  private long renewedAt = System.nanoTime();
  private long othersAt = System.nanoTime();

  OutboxClaimer(
      Recovery recovery,
      Leases leases,
      ClaimedMails claimed,
      ReadyMails readyMails,
      RelayGate gate,
      Rates rates,
      OutboxBell bell,
      StopSignal stop,
      Clock clock,
      DeliveryConfig config) {
    this.recovery = recovery;
    this.leases = leases;
    this.claimed = claimed;
    this.readyMails = readyMails;
    this.gate = gate;
    this.rates = rates;
    this.bell = bell;
    this.stop = stop;
    this.clock = clock;
    this.chunk = chunk(config.connections());
    this.renewEveryNanos = config.leaseFor().toNanos() / 3;
  }

  /** How many are claimed at once: enough to keep the senders busy while the next are rendered. */
  static int chunk(int connections) {
    return Math.max(100, 32 * connections);
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
      Map<String, Duration> blocked = rates.blockedDomains();
      for (Lane lane : Lane.values()) {
        standBack(lane, blocked);
        claim(lane, blocked.keySet());
      }
    } catch (RuntimeException failed) {
      LOG.warn("Could not look at the outbox; trying again in a second", failed);
    }
  }

  private void claim(Lane lane, Set<String> blocked) {
    int ready = claimed.ready(lane);
    if (!gate.isOpen()) {
      if (ready == 0) {
        claim(lane, blocked, PROBE_CHUNK);
      }
    } else if (ready <= chunk / 2) {
      claim(lane, blocked, chunk - ready);
    } else if (ready <= 4 * chunk) {
      claimBeside(lane, blocked);
    }
  }

  /** What lies ready may all be for a few slow domains: others must not wait for them. */
  private void claimBeside(Lane lane, Set<String> blocked) {
    Set<String> supplied = claimed.wellSupplied(lane, chunk / 4);
    long began = System.nanoTime();
    if (supplied.isEmpty() || began - othersAt < 0) {
      return;
    }
    supplied.addAll(blocked);
    List<ClaimedMail> others = recovery.claim(lane, supplied, chunk / 2);
    long now = System.nanoTime();
    // Where most mails go to one domain this walks over all of those.
    long rest = REST * (now - began);
    othersAt = now + (others.isEmpty() ? Math.max(rest, LOOKS_EVERY.toNanos()) : rest);
    hold(lane, others);
  }

  private void claim(Lane lane, Set<String> passedBy, int most) {
    hold(lane, recovery.claim(lane, passedBy, most));
  }

  private void hold(Lane lane, List<ClaimedMail> mails) {
    claimed.put(lane, readyMails.prepare(mails));
  }

  private void standBack(Lane lane, Map<String, Duration> blocked) {
    blocked.forEach(
        (domain, pause) -> {
          if (pause.compareTo(WORTH_HOLDING) > 0) {
            leases.standBack(claimed.takeBack(lane, domain), clock.instant().plus(pause));
          }
        });
  }

  private void renew() {
    if (System.nanoTime() - renewedAt >= renewEveryNanos) {
      leases.renew(claimed.held());
      renewedAt = System.nanoTime();
    }
  }
}
