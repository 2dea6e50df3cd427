package org.paperround.paper;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Counts ingestions by source and verdict, and the papers they brought. */
@ApplicationScoped
class IngestionMetrics {

  private final MeterRegistry registry;

  IngestionMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void ended(@Observes Ingestion ingestion) {
    registry
        .counter(
            "paperround.ingestions",
            "source",
            ingestion.source(),
            "verdict",
            ingestion.verdict().name())
        .increment();
    registry
        .counter("paperround.papers.created", "source", ingestion.source())
        .increment(ingestion.created());
  }
}
