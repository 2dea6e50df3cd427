package org.paperround.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.paperround.delivery.SoftRefusal;

/**
 * Counts refusals in the conversation with the relay as soft bounces, in the transaction that
 * records the mail's end.
 */
@ApplicationScoped
class SoftRefusals {

  private final BounceEvents events;
  private final BounceMetrics metrics;

  SoftRefusals(BounceEvents events, BounceMetrics metrics) {
    this.events = events;
    this.metrics = metrics;
  }

  void count(@Observes SoftRefusal refusal) {
    String given = refusal.enhanced() == null ? "" : refusal.enhanced();
    EnhancedStatus status = EnhancedStatus.of(given, refusal.detail(), EnhancedStatus.TRANSIENT);
    // Delivery suppresses a refused address itself; here nothing is hard.
    BounceKind kind = status.kind() == BounceKind.POLICY ? BounceKind.POLICY : BounceKind.SOFT;
    Incident incident = new Incident(kind, status.toString(), refusal.detail());
    if (events.record(refusal.mailId(), refusal.address(), incident, BounceSource.SMTP)) {
      metrics.recorded(kind);
    }
  }
}
