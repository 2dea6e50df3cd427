package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.paperround.delivery.smtp.HeaderText;

/**
 * Says how sending fares. A relay that is down or a pause leaves the service ready: pages and
 * sign-ups work without it, and the mails wait.
 */
@Readiness
@ApplicationScoped
class DeliveryHealth implements HealthCheck {

  private final OutboxStatistics statistics;
  private final DeliveryPause pause;
  private final RelayGate gate;

  DeliveryHealth(OutboxStatistics statistics, DeliveryPause pause, RelayGate gate) {
    this.statistics = statistics;
    this.pause = pause;
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
      paused(health, pause.state());
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

  private static void paused(HealthCheckResponseBuilder health, PauseState pause) {
    health.withData("paused", pause.isPaused());
    if (pause.isPaused()) {
      health
          .withData(
              "pausedLanes",
              pause.lanes().stream().map(Lane::name).sorted().collect(Collectors.joining(",")))
          .withData("pausedSince", String.valueOf(pause.since()));
    }
    if (pause.reason() != null) {
      health.withData("pauseReason", HeaderText.clean(pause.reason()));
    }
  }
}
