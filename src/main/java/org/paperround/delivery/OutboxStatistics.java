package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the outbox as health and metrics tell it; asked of the database every ten seconds.
 */
@ApplicationScoped
class OutboxStatistics {

  private static final Duration FRESH_FOR = Duration.ofSeconds(10);

  /** The mails that are not in a final state, and how long the oldest of them has waited. */
  record Snapshot(Map<MailState, Long> live, Duration oldestWaiting, Instant takenAt) {

    long count(MailState state) {
      return live.getOrDefault(state, 0L);
    }
  }

  private final MailLedger ledger;
  private final Clock clock;
  private @Nullable Snapshot last;

  OutboxStatistics(MailLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Throws what the database throws. */
  synchronized Snapshot snapshot() {
    Instant now = clock.instant();
    Snapshot known = last;
    if (known != null && Duration.between(known.takenAt(), now).abs().compareTo(FRESH_FOR) < 0) {
      return known;
    }
    Snapshot fresh =
        new Snapshot(ledger.liveCounts(), ledger.oldestWaiting().orElse(Duration.ZERO), now);
    last = fresh;
    return fresh;
  }
}
