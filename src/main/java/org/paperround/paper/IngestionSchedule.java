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

  private static final String HUGGING_FACE = "huggingface";

  /** As far back as a digest looks. */
  private static final int DAYS_CAUGHT_UP = 13;

  private static final int DAYS_READ_AGAIN = 2;

  private final IngestPapers ingest;
  private final IngestionLog log;
  private final Clock clock;

  IngestionSchedule(IngestPapers ingest, IngestionLog log, Clock clock) {
    this.ingest = ingest;
    this.log = log;
    this.clock = clock;
  }

  @Scheduled(
      identity = "ingest-huggingface",
      cron = "${paperround.sources.huggingface.cron}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void huggingFace() {
    LocalDate today = today();
    boolean answers = true;
    // Papers are added to a day after it ended, and votes go on rising.
    for (int back = 0; back <= DAYS_READ_AGAIN; back++) {
      answers &= run(HUGGING_FACE, today.minusDays(back));
    }
    // Days that an outage left out; a source that is down is not asked for all of them again.
    for (int back = DAYS_READ_AGAIN + 1; answers && back <= DAYS_CAUGHT_UP; back++) {
      LocalDate day = today.minusDays(back);
      answers = log.isComplete(HUGGING_FACE, day) || run(HUGGING_FACE, day);
    }
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

  /** Whether the source gave an answer that could be read. */
  private boolean run(String source, LocalDate date) {
    try {
      return ingest.run(source, date).verdict() != Ingestion.Verdict.FAILED;
    } catch (RuntimeException e) {
      LOG.errorf(e, "The ingestion of %s for %s left no record", source, date);
      return false;
    }
  }
}
