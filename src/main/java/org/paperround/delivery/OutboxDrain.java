package org.paperround.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
  private final Renderers renderers;
  private final MailHeaders headers;
  private final Relay relay;
  private @Nullable DrainRun run;

  OutboxDrain(
      DeliveryConfig config,
      Recovery recovery,
      Leases leases,
      ClaimedMails claimed,
      RelayGate gate,
      OutboxBell bell,
      Journal journal,
      Renderers renderers,
      MailHeaders headers,
      Relay relay) {
    this.config = config;
    this.recovery = recovery;
    this.leases = leases;
    this.claimed = claimed;
    this.gate = gate;
    this.bell = bell;
    this.journal = journal;
    this.renderers = renderers;
    this.headers = headers;
    this.relay = relay;
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
                  new OutboxClaimer(recovery, leases, claimed, gate, bell, stop, config.leaseFor()),
              (lanes, stop) ->
                  new Sender(lanes, claimed, journal, renderers, headers, relay, gate, stop));
    }
  }

  /**
   * Stops claiming, waits within bounds for what is on the wire and lets go of the rest. A mail
   * whose answer does not come in time stays {@code SENDING} until its lease ends, and is uncertain
   * then.
   */
  synchronized void stop() {
    DrainRun stopping = run;
    if (stopping == null) {
      return;
    }
    run = null;
    stopping.tellToStop();
    bell.ring();
    claimed.wakeAll();
    try {
      if (!stopping.awaitStop(config.stopWithin())) {
        LOG.warn("The relay still owes answers; those mails may go out twice");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    leases.release(claimed.takeReady());
  }
}
