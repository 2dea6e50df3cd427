package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how sending fares. A relay that is down leaves the service ready: pages and sign-ups work
 * without it, and the mails wait.
 */
@Readiness
@ApplicationScoped
class DeliveryHealth implements HealthCheck {

  private final OutboxStatistics statistics;
  private final RelayGate gate;

  DeliveryHealth(OutboxStatistics statistics, RelayGate gate) {
    this.statistics = statistics;
    this.gate = gate;
  }

  @Override
  public HealthCheckResponse call() {
    RelayGate.Status relay = gate.status();
    HealthCheckResponseBuilder health =
        HealthCheckResponse.named("delivery")
            .withData("relay", relay.up() ? "up" : "down")
            .withData("relaySince", relay.since().toString());
    if (relay.reason() != null) {
      health.withData("relayReason", HeaderText.clean(relay.reason()));
    }
    try {
      OutboxStatistics.Snapshot now = statistics.snapshot();
      return health
          .withData("queued", now.count(MailState.QUEUED))
          .withData("sending", now.count(MailState.SENDING))
          .withData("deferred", now.count(MailState.DEFERRED))
          .withData("oldestWaitingSeconds", now.oldestWaiting().toSeconds())
          .up()
          .build();
    } catch (RuntimeException databaseFails) {
      return health.down().build();
    }
  }
}
