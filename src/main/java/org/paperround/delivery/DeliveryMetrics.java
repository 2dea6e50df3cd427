package org.paperround.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a dashboard shows of the outbox. */
@ApplicationScoped
class DeliveryMetrics {

  private final MeterRegistry registry;
  private final OutboxStatistics statistics;
  private final DeliveryPause pause;
  private final RelayGate gate;

  DeliveryMetrics(
      MeterRegistry registry, OutboxStatistics statistics, DeliveryPause pause, RelayGate gate) {
    this.registry = registry;
    this.statistics = statistics;
    this.pause = pause;
    this.gate = gate;
  }

  void register(@Observes StartupEvent event) {
    for (MailState state : MailState.values()) {
      if (!state.isFinal()) {
        Gauge.builder("paperround.mails.live", () -> ask(s -> s.count(state)))
            .description("Mails that have not reached a final state")
            .tag("state", lower(state))
            .register(registry);
      }
    }
    Gauge.builder("paperround.mails.oldest.waiting", () -> ask(s -> s.oldestWaiting().toSeconds()))
        .description("How long the oldest mail not in a final state has waited")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("paperround.relay.up", () -> gate.isOpen() ? 1 : 0)
        .description("Whether the relay answers")
        .register(registry);
    for (Lane lane : Lane.values()) {
      for (PauseCause cause : PauseCause.values()) {
        Gauge.builder("paperround.delivery.paused", () -> paused(lane, cause))
            .description("Whether mails of a lane are kept from being sent, and by whom")
            .tag("lane", lower(lane))
            .tag("reason", lower(cause))
            .register(registry);
      }
    }
  }

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailEnded ended) {
    ended(registry, ended.state(), ended.kind(), ended.uncertain()).increment();
  }

  /** How many mails of a kind reached a final state. */
  static Counter ended(MeterRegistry registry, MailState state, MailKind kind, boolean uncertain) {
    return registry.counter(
        "paperround.mails.ended",
        "state",
        lower(state),
        "kind",
        lower(kind),
        "uncertain",
        Boolean.toString(uncertain));
  }

  private double paused(Lane lane, PauseCause cause) {
    try {
      PauseState state = pause.state();
      return state.cause() == cause && state.lanes().contains(lane) ? 1 : 0;
    } catch (RuntimeException databaseFails) {
      return Double.NaN;
    }
  }

  private double ask(ToDoubleFunction<OutboxStatistics.Snapshot> question) {
    try {
      return question.applyAsDouble(statistics.snapshot());
    } catch (RuntimeException databaseFails) {
      // A scrape must not fail for it; health says what is wrong.
      return Double.NaN;
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
