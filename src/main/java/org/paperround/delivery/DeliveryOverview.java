package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sees how sending stands, at a cost that does not grow with the ledger. */
@ApplicationScoped
public class DeliveryOverview {

  private static final double SECONDS = 60;
  private static final double HUNDREDTHS = 100;
  private static final Duration FURTHEST = Duration.ofDays(365);

  private final OutboxStatistics statistics;
  private final DeliveryPause pause;
  private final RelayGate gate;

  DeliveryOverview(OutboxStatistics statistics, DeliveryPause pause, RelayGate gate) {
    this.statistics = statistics;
    this.pause = pause;
    this.gate = gate;
  }

  /**
   * The pause as it is now, in this instance; the numbers as of a second ago, or longer where
   * counting takes long.
   */
  public DeliveryState state() {
    PauseState paused = pause.state();
    RelayGate.Status relay = gate.status();
    OutboxStatistics.Snapshot now = statistics.snapshot();
    double pace = now.sentLastMinute() / SECONDS;
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    counts.putAll(now.counts());
    return new DeliveryState(
        paused.isPaused(),
        List.copyOf(paused.lanes()).stream().sorted().toList(),
        paused.since(),
        paused.reason(),
        new DeliveryState.RelayState(relay.up(), relay.since(), relay.reason()),
        counts,
        now.oldestWaiting().toSeconds(),
        Math.round(pace * HUNDREDTHS) / HUNDREDTHS,
        paused.isPaused() ? null : finish(now, pace));
  }

  private static @Nullable Instant finish(OutboxStatistics.Snapshot now, double pace) {
    if (now.live() == 0 || pace == 0) {
      return null;
    }
    double seconds = Math.min(now.live() / pace, FURTHEST.toSeconds());
    return now.takenAt().plusSeconds(Math.round(seconds)).truncatedTo(ChronoUnit.SECONDS);
  }
}
