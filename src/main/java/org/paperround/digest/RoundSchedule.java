package org.paperround.digest;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.paperround.base.Wake;
import org.paperround.paper.IngestAnnouncements;
import org.paperround.subscription.DigestDue;

/** Runs rounds by the clock, and at once when somebody has confirmed; not at all when it is off. */
@ApplicationScoped
class RoundSchedule {

  private final Rounds rounds;
  private final IngestAnnouncements announcements;
  private final Duration waitFor;
  private final boolean off;
  private final Wake wake;
  private final Wake wakeFirst;

  RoundSchedule(
      Rounds rounds, IngestAnnouncements announcements, DigestConfig config, Clock clock) {
    this.rounds = rounds;
    this.announcements = announcements;
    this.waitFor = config.waitForSources();
    this.off = "off".equals(config.cron());
    this.wake = new Wake(() -> run(clock.instant()));
    this.wakeFirst = new Wake(() -> rounds.runFirst(clock.instant()));
  }

  /**
   * Runs a round. While today's announcements are not in, readers wait for them as long as is set.
   */
  RoundReport run(Instant at) {
    boolean waits = !waitFor.isZero() && !announcements.areIn(at);
    return rounds.run(at, waits ? at.minus(waitFor) : at);
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
