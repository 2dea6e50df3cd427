package org.paperround.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.rate.Rates;
import org.paperround.delivery.smtp.Relay;

/**
 * Starts the sending of mails with the service, and stops it so that nothing is lost or doubled.
 */
@ApplicationScoped
class OutboxDrain {

  private static final Logger LOG = Logger.getLogger(OutboxDrain.class);

  private final DeliveryConfig config;
  private final Recovery recovery;
  private final Leases leases;
  private final ClaimedMails claimed;
  private final RelayGate gate;
  private final OutboxBell bell;
  private final Journal journal;
  private final ReadyMails readyMails;
  private final Relay relay;
  private final Rates rates;
  private final Clock clock;
  private @Nullable DrainRun run;
  private volatile boolean stopping;

  OutboxDrain(
      DeliveryConfig config,
      Recovery recovery,
      Leases leases,
      ClaimedMails claimed,
      RelayGate gate,
      OutboxBell bell,
      Journal journal,
      ReadyMails readyMails,
      Relay relay,
      Rates rates,
      Clock clock) {
    this.config = config;
    this.recovery = recovery;
    this.leases = leases;
    this.claimed = claimed;
    this.gate = gate;
    this.bell = bell;
    this.journal = journal;
    this.readyMails = readyMails;
    this.relay = relay;
    this.rates = rates;
    this.clock = clock;
  }

  void onStart(@Observes @Priority(3000) StartupEvent event) {
    if (config.enabled()) {
      start();
    }
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  /** Begins to send; nothing happens when it does already. */
  synchronized void start() {
    if (run == null) {
      run =
          new DrainRun(
              config.connections(),
              stop ->
                  new OutboxClaimer(
                      recovery,
                      leases,
                      claimed,
                      readyMails,
                      gate,
                      rates,
                      bell,
                      stop,
                      clock,
                      config),
              (lanes, stop) ->
                  new Sender(lanes, claimed, journal, relay.open(), gate, rates, stop));
    }
  }

  /**
   * Stops claiming, waits within bounds for what is on the wire and lets go of the rest. A mail
   * whose answer does not come in time stays {@code SENDING} until its lease ends, and is uncertain
   * then.
   */
  synchronized void stop() {
    DrainRun last = run;
    if (last == null) {
      return;
    }
    run = null;
    last.tellToStop();
    stopping = true;
    bell.ring();
    claimed.wakeAll();
    try {
      if (!last.awaitStop(config.stopWithin())) {
        LOG.warn("The relay still owes answers; those mails may go out twice");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    leases.release(claimed.takeReady());
    stopping = false;
  }

  /** Whether a stop waits for answers. */
  boolean isStopping() {
    return stopping;
  }
}
