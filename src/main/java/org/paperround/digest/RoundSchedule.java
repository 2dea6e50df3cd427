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
  private final Wake wakeFirst;

  RoundSchedule(Rounds rounds, DigestConfig config, Clock clock) {
    this.off = "off".equals(config.cron());
    this.wake = new Wake(() -> rounds.run(clock.instant()));
    this.wakeFirst = new Wake(() -> rounds.runFirst(clock.instant()));
  }

  @Scheduled(cron = "${paperround.digest.cron}")
  void byTheClock() {
    wake.wake();
  }

  void somebodyConfirmed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DigestDue news) {
    if (!off) {
      // Not with the others: who has just confirmed does not wait for a round of thousands.
      wakeFirst.wake();
    }
  }
}
