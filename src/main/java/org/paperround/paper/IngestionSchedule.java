package org.paperround.paper;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Asks each source by its own cron expression, {@code off} for never. Each source has a method of
 * its own, so that a slow or broken one stops no other.
 */
@ApplicationScoped
class IngestionSchedule {

  private static final Logger LOG = Logger.getLogger(IngestionSchedule.class);

  private final IngestPapers ingest;
  private final Clock clock;

  IngestionSchedule(IngestPapers ingest, Clock clock) {
    this.ingest = ingest;
    this.clock = clock;
  }

  @Scheduled(
      identity = "ingest-huggingface",
      cron = "${paperround.sources.huggingface.cron}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void huggingFace() {
    LocalDate today = today();
    // Papers are added to a day after it ended, and votes go on rising.
    run("huggingface", today.minusDays(1));
    run("huggingface", today);
  }

  @Scheduled(
      identity = "ingest-file",
      cron = "${paperround.sources.file.cron}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void file() {
    run(IngestPapers.FILE, today());
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void run(String source, LocalDate date) {
    try {
      ingest.run(source, date);
    } catch (RuntimeException e) {
      LOG.errorf(e, "The ingestion of %s for %s left no record", source, date);
    }
  }
}
