package org.paperround.digest;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import org.paperround.base.Wake;
import org.paperround.subscription.DigestDue;

/** Runs rounds by the clock, and at once when somebody has confirmed; not at all when it is off. */
@ApplicationScoped
class RoundSchedule {

  private final boolean off;
  private final Wake wake;

  RoundSchedule(Rounds rounds, DigestConfig config, Clock clock) {
    this.off = "off".equals(config.cron());
    this.wake = new Wake(() -> rounds.run(clock.instant()));
  }

  @Scheduled(cron = "${paperround.digest.cron}")
  void byTheClock() {
    wake.wake();
  }

  void somebodyConfirmed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DigestDue news) {
    if (!off) {
      wake.wake();
    }
  }
}
