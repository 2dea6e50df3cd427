package org.paperround.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes the one {@link Clock} everybody is handed: UTC, in whole milliseconds, shifted by config.
 */
@ApplicationScoped
class ServiceClock {

  @Produces
  @Singleton
  Clock clock(ServiceConfig config) {
    // Milliseconds survive every database and every JSON reader unchanged.
    return Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)), config.clockOffset());
  }
}
