package org.paperround.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what came back, what of it was left aside, and what was forged. */
@ApplicationScoped
public class BounceMetrics {

  private final MeterRegistry registry;

  BounceMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void recorded(BounceKind kind) {
    registry.counter("paperround.bounces", "kind", lower(kind)).increment();
  }

  void ignored(Ignored reason) {
    registry.counter("paperround.bounces.ignored", "reason", lower(reason)).increment();
  }

  /** Something was posted without the right token or signature. */
  public void forged(String intake) {
    registry.counter("paperround.bounces.forged", "intake", intake).increment();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why something that came back was left aside. */
  enum Ignored {
    /** No mail of ours is proven. */
    UNPROVEN,
    /** It was written down before. */
    REPEATED,
    /** A report of a success, or of a mail still on its way. */
    NOT_FAILED,
    /** Feedback that is no complaint. */
    NO_COMPLAINT,
    /** Somebody's robot. */
    AUTOMATIC_REPLY,
    /** Nobody can read it. */
    UNREADABLE
  }
}
