package org.paperround.paper;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Brings papers in: from a source for a day, or handed over by the operator. */
@ApplicationScoped
public class IngestPapers {

  /** The name of the source of papers in our own format, posted or in a file. */
  public static final String FILE = "file";

  private static final Logger LOG = Logger.getLogger(IngestPapers.class);

  private final List<PaperSource> sources;
  private final StorePapers store;
  private final IngestionLog log;
  private final Clock clock;

  IngestPapers(@All List<PaperSource> sources, StorePapers store, IngestionLog log, Clock clock) {
    this.sources = sources;
    this.store = store;
    this.log = log;
    this.clock = clock;
  }

  /** The names of all sources, in alphabetical order. */
  public List<String> sources() {
    return sources.stream().map(PaperSource::name).sorted().toList();
  }

  /**
   * Runs one ingestion now, in the caller's thread; it may take a minute. Papers are stored in
   * transactions of their own, and what happened is written to the {@link IngestionLog}. A source
   * that fails is a verdict, no exception.
   *
   * @param date the UTC day to ask for
   * @throws UnknownSource if no source has that name
   */
  public Ingestion run(String source, LocalDate date) {
    PaperSource asked =
        sources.stream()
            .filter(candidate -> candidate.name().equals(source))
            .findFirst()
            .orElseThrow(() -> new UnknownSource(sources()));
    Instant startedAt = clock.instant();
    IngestionOutcome outcome = ingest(asked, date);
    Ingestion ingestion = log.record(source, date, outcome, startedAt, clock.instant());
    LOG.infof(
        "Ingestion of %s for %s: %s (%s)", source, date, ingestion.verdict(), ingestion.reason());
    return ingestion;
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
