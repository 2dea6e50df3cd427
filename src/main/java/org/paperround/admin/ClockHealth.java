package org.paperround.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.paperround.base.ServiceConfig;

/** Shows what the service's clock says, so that nobody forgets a rehearsal's offset. */
@Readiness
@ApplicationScoped
class ClockHealth implements HealthCheck {

  private final ServiceConfig config;
  private final Clock clock;

  ClockHealth(ServiceConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("clock")
        .up()
        .withData("now", clock.instant().toString())
        .withData("offset", config.clockOffset().toString())
        .build();
  }
}
