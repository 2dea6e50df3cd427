package org.paperround.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes note of mails that the relay took. */
@ApplicationScoped
class SentCount {

  private final MeterRegistry registry;
  private final PolicyBreaker breaker;
  private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

  private record Kind(MailKind kind, boolean uncertain) {}

  SentCount(MeterRegistry registry, PolicyBreaker breaker) {
    this.registry = registry;
    this.breaker = breaker;
  }

  /**
   * One mail was sent.
   *
   * @param uncertain whether an earlier attempt may have been taken as well
   */
  void count(ReadyMail mail, boolean uncertain) {
    breaker.accepted(mail.id());
    counters
        .computeIfAbsent(
            new Kind(mail.mail().kind(), uncertain),
            kind -> DeliveryMetrics.ended(registry, MailState.SENT, kind.kind(), kind.uncertain()))
        .increment();
  }
}
