package org.paperround.paper;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/** Brings papers in: from a source for a day, or handed over by the operator. */
@ApplicationScoped
public class IngestPapers {

  /** The name of the source of papers in our own format, posted or in a file. */
  public static final String FILE = "file";

  private static final Logger LOG = Logger.getLogger(IngestPapers.class);

  private final List<PaperSource> sources;
  private final IngestAnnouncements announcements;
  private final StorePapers store;
  private final IngestionLog log;
  private final Clock clock;

  IngestPapers(
      @All List<PaperSource> sources,
      @All List<PaperSourceGroup> groups,
      IngestAnnouncements announcements,
      StorePapers store,
      IngestionLog log,
      Clock clock) {
    this.sources =
        Stream.concat(sources.stream(), groups.stream().flatMap(group -> group.sources().stream()))
            .toList();
    this.announcements = announcements;
    this.store = store;
    this.log = log;
    this.clock = clock;
  }

  /** The names of all sources, in alphabetical order. */
  public List<String> sources() {
    return Stream.concat(sources.stream().map(PaperSource::name), announcements.sources().stream())
        .sorted()
        .toList();
  }

  /** The sources that are asked by the day. */
  List<PaperSource> dailySources() {
    return sources;
  }

  /**
   * Runs one ingestion now, in the caller's thread; it may take a minute, longer when it fills a
   * gap. Papers are stored in transactions of their own, and what happened is written to the {@link
   * IngestionLog}. A source that fails is a verdict, no exception.
   *
   * @param date the UTC day to ask for, where the source has days
   * @param since of a source that announces by category, the day since which all changes are read;
   *     null for today's announcements and whatever seems to be missing
   * @throws UnknownSource if no source has that name
   * @throws SourceBusy if another ingestion of it is running
   */
  public Ingestion run(String source, LocalDate date, @Nullable LocalDate since) {
    if (announcements.sources().contains(source)) {
      return announcements.run(source, since);
    }
    PaperSource asked =
        sources.stream()
            .filter(candidate -> candidate.name().equals(source))
            .findFirst()
            .orElseThrow(() -> new UnknownSource(sources()));
    Instant startedAt = clock.instant();
    IngestionOutcome outcome = ingest(asked, date);
    return log.record(source, date, outcome, startedAt, clock.instant());
  }

  /**
   * Brings in single papers by their ids, from one of {@link #announcingSources()}.
   *
   * @param ids of papers; those the source does not know are named in the reason
   */
  public Ingestion find(String source, Collection<PaperId> ids) {
    return announcements.find(source, ids);
  }

  /** The sources that announce by category, and know single papers. */
  public List<String> announcingSources() {
    return announcements.sources();
  }

  /** The day that one of {@link #announcingSources()} announces now. */
  public LocalDate announcedDay(String source) {
    return announcements.today(source);
  }

  /** As {@link #run(String, LocalDate, LocalDate)} without {@code since}. */
  public Ingestion run(String source, LocalDate date) {
    return run(source, date, null);
  }

  private IngestionOutcome ingest(PaperSource source, LocalDate date) {
    SourceAnswer answer;
    try {
      answer = source.fetch(date);
    } catch (SourceFailure failure) {
      return IngestionOutcome.of(failure);
    } catch (RuntimeException bug) {
      LOG.errorf(bug, "The source %s failed in a way it should not", source.name());
      return IngestionOutcome.failed("the source failed unexpectedly; the log says more");
    }
    if (answer.papers().isEmpty() && answer.rejected().isEmpty() && source.hasDays()) {
      int before = log.mostSeen(source.name(), date);
      if (before > 0) {
        return IngestionOutcome.of(
            SourceFailure.stale("the day's list is empty, and had " + before + " papers before"));
      }
    }
    try {
      return IngestionOutcome.of(store.store(answer.papers()), answer.rejected());
    } catch (RuntimeException e) {
      LOG.errorf(e, "The papers of %s for %s could not be stored", source.name(), date);
      return IngestionOutcome.failed("the papers could not be stored; the log says more");
    }
  }

  /**
   * Stores papers that were handed over, as of the source {@link #FILE}. One that gives no {@code
   * announcedAt} is announced when it is first seen.
   *
   * @param papers as {@link PaperJson#read} gives them
   */
  public StoredCounts acceptPapers(List<SourcedPaper> papers) {
    return store.store(papers);
  }
}
