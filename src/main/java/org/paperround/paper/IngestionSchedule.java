package org.paperround.paper;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Asks each source by the cron expression in its settings; {@code off} or nothing for never. Each
 * source has a job of its own, so that a slow or broken one stops no other.
 */
@ApplicationScoped
class IngestionSchedule {

  private static final Logger LOG = Logger.getLogger(IngestionSchedule.class);

  /** As far back as a digest looks. */
  private static final int DAYS_CAUGHT_UP = 13;

  /** A day is still added to after it ended. */
  private static final int DAYS_STILL_GROWING = 1;

  /** Days that only change a little are read again once a day. */
  private static final Duration READ_AGAIN_AFTER = Duration.ofHours(20);

  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final IngestPapers ingest;
  private final IngestAnnouncements announcements;
  private final IngestionLog log;
  private final SourceTurns turns;
  private final Scheduler scheduler;
  private final Config config;
  private final Clock clock;

  IngestionSchedule(
      IngestPapers ingest,
      IngestAnnouncements announcements,
      IngestionLog log,
      SourceTurns turns,
      Scheduler scheduler,
      Config config,
      Clock clock) {
    this.ingest = ingest;
    this.announcements = announcements;
    this.log = log;
    this.turns = turns;
    this.scheduler = scheduler;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    for (PaperSource source : ingest.dailySources()) {
      schedule(source.name(), source.settings(), () -> readInTurn(source));
    }
    for (String source : announcements.sources()) {
      schedule(source, IngestAnnouncements.settings(source), () -> readAnnouncements(source));
    }
  }

  private void schedule(String source, String settings, Runnable reading) {
    String cron = config.getOptionalValue(settings + ".cron", String.class).orElse("off");
    if (!cron.equals("off")) {
      scheduler
          .newJob("ingest-" + source)
          .setCron(cron)
          .setConcurrentExecution(ConcurrentExecution.SKIP)
          .setTask(execution -> reading.run())
          .schedule();
    }
  }

  /** In one instance only, should several be at it in the same minute. */
  private void readInTurn(PaperSource source) {
    turns
        .take("read " + source.name(), LONGEST_RUN)
        .ifPresent(
            turn -> {
              try {
                readDays(source);
              } finally {
                turn.giveBack(A_MINUTE);
              }
            });
  }

  void readDays(PaperSource source) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean answers = run(source, today);
    if (!source.hasDays()) {
      return;
    }
    for (int back = 1; back <= DAYS_CAUGHT_UP; back++) {
      LocalDate day = today.minusDays(back);
      if (back <= DAYS_STILL_GROWING) {
        answers &= run(source, day);
      } else if (answers && isDue(source, day, back)) {
        // A source that is down is not asked for all days.
        answers = run(source, day);
      }
    }
  }

  /** A day that changes was not read lately, or an outage left it out. */
  private boolean isDue(PaperSource source, LocalDate day, int back) {
    return back <= source.daysThatChange()
        ? !log.wasRead(source.name(), day, clock.instant().minus(READ_AGAIN_AFTER))
        : !log.wasRead(
            source.name(), day, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Whether the source gave an answer that could be read. */
  private boolean run(PaperSource source, LocalDate date) {
    try {
      return ingest.run(source.name(), date).verdict() != Ingestion.Verdict.FAILED;
    } catch (RuntimeException e) {
      LOG.errorf(e, "The ingestion of %s for %s left no record", source.name(), date);
      return false;
    }
  }

  private void readAnnouncements(String source) {
    try {
      announcements.runIfDue(source);
    } catch (RuntimeException e) {
      LOG.errorf(e, "The ingestion of %s left no record", source);
    }
  }
}
