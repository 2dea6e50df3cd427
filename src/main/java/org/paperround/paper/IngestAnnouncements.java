package org.paperround.paper;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;

/**
 * Brings in what sources announce by category. A category is asked for its announcements until it
 * moved or is known to be quiet that day. The source's archive is asked for all that changed since
 * it was read last: after days on which a category did not move, when a weekend is over, when lists
 * fail, and once a week at least, in case an announcement left something out.
 */
@ApplicationScoped
public class IngestAnnouncements {

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
  private static final int TRIES_BEFORE_THE_ARCHIVE = 2;
  private static final int DAYS_BETWEEN_REVIEWS = 7;
  // No digest looks further back.
  private static final int MOST_DAYS_BACK = 15;
  private static final Logger LOG = Logger.getLogger(IngestAnnouncements.class);

  private final List<AnnouncingSource> sources;
  private final Instance<FollowedCategories> followed;
  private final StorePapers store;
  private final AnnouncementLog announcements;
  private final IngestionLog log;
  private final SourceTurns turns;
  private final Config config;
  private final Clock clock;
  private final Set<SourceTurns.Turn> held = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  IngestAnnouncements(
      @All List<AnnouncingSource> sources,
      Instance<FollowedCategories> followed,
      StorePapers store,
      AnnouncementLog announcements,
      IngestionLog log,
      SourceTurns turns,
      Config config,
      Clock clock) {
    this.sources = sources;
    this.followed = followed;
    this.store = store;
    this.announcements = announcements;
    this.log = log;
    this.turns = turns;
    this.config = config;
    this.clock = clock;
  }

  List<String> sources() {
    return sources.stream().map(AnnouncingSource::name).toList();
  }

  /**
   * Runs one ingestion at once.
   *
   * @param source one of {@link #sources()}
   * @param since also read all that changed since that day, null for what seems to be missing
   * @throws SourceBusy if another is running
   */
  Ingestion run(String source, @Nullable LocalDate since) {
    AnnouncingSource asked = source(source);
    return inTurn(asked, alive -> ingest(asked, alive, since, false))
        .map(Optional::orElseThrow)
        .orElseThrow(() -> new SourceBusy(source));
  }

  /**
   * Runs an ingestion if something is expected.
   *
   * @return nothing if there is nothing to ask, or another is running
   */
  Optional<Ingestion> runIfDue(String source) {
    AnnouncingSource asked = source(source);
    return inTurn(asked, alive -> ingest(asked, alive, null, true)).flatMap(Function.identity());
  }

  /**
   * Brings in single papers.
   *
   * @param source one of {@link #sources()}
   * @param ids those the source does not know are named in the reason
   */
  Ingestion find(String source, Collection<PaperId> ids) {
    AnnouncingSource asked = source(source);
    LocalDate today = asked.dayAt(clock.instant());
    Instant startedAt = clock.instant();
    return log.recordLookup(source, today, found(asked, ids, today), startedAt, clock.instant());
  }

  private IngestionOutcome found(
      AnnouncingSource source, Collection<PaperId> ids, LocalDate today) {
    try {
      AnnouncingSource.Announcements found = source.find(ids, today);
      List<SourcedPaper> papers = found.entries().stream().map(Announcement::paper).toList();
      Set<PaperId> unknown = new LinkedHashSet<>(ids);
      papers.forEach(paper -> unknown.remove(paper.id()));
      return IngestionOutcome.of(store.store(papers), found.rejected()).without(unknown);
    } catch (SourceFailure failure) {
      return IngestionOutcome.of(failure);
    }
  }

  /** The day that a source announces now. */
  LocalDate today(String source) {
    return source(source).dayAt(clock.instant());
  }

  /**
   * Whether every category that is followed has moved, or is known to be quiet, on the day that its
   * source announces at an instant. Sources that no schedule asks are not waited for.
   */
  public boolean areIn(Instant at) {
    return sources.stream().filter(this::isScheduled).allMatch(source -> isIn(source, at));
  }

  private boolean isScheduled(AnnouncingSource source) {
    return config
        .getOptionalValue(settings(source.name()) + ".cron", String.class)
        .filter(cron -> !cron.equals("off"))
        .isPresent();
  }

  /** Where a source's settings are, {@code cron} among them. */
  static String settings(String source) {
    return "paperround.sources." + source;
  }

  private boolean isIn(AnnouncingSource source, Instant at) {
    LocalDate day = source.dayAt(at);
    return open(announcements.standings(source.name(), categories(source), day), day).isEmpty();
  }

  /**
   * One ingestion.
   *
   * @param ifDue nothing is asked, and none recorded, if nothing is expected
   */
  private Optional<Ingestion> ingest(
      AnnouncingSource source, Runnable alive, @Nullable LocalDate since, boolean ifDue) {
    Instant startedAt = clock.instant();
    LocalDate today = source.dayAt(startedAt);
    IngestionOutcome outcome;
    try {
      SortedSet<String> categories = categories(source);
      SortedMap<String, CategoryStanding> standings =
          announcements.standings(source.name(), categories, today);
      SortedSet<String> open = open(standings, today);
      if (ifDue && open.isEmpty() && missing(source, standings, today, true).isEmpty()) {
        return Optional.empty();
      }
      AnnouncementRun run = new AnnouncementRun(source, today, store, announcements, alive);
      SortedSet<String> asked = open.isEmpty() && !ifDue ? categories : open;
      if (!asked.isEmpty()) {
        run.readAnnouncements(asked);
      }
      if (since != null) {
        run.readChanges(since, standings);
      } else {
        missing(source, standings, today, ifDue).forEach(run::readChanges);
      }
      outcome = run.conclude(standings);
      announcements.keep(standings.values());
    } catch (RuntimeException bug) {
      if (stopping) {
        throw bug;
      }
      LOG.errorf(bug, "The ingestion of %s failed in a way it should not", source.name());
      outcome = IngestionOutcome.failed("it failed unexpectedly; the log says more");
    }
    return Optional.of(log.record(source.name(), today, outcome, startedAt, clock.instant()));
  }

  /**
   * The categories of which something may be missing that only the archive still has, by the day
   * from which it is to be read.
   */
  private static SortedMap<LocalDate, SortedMap<String, CategoryStanding>> missing(
      AnnouncingSource source,
      SortedMap<String, CategoryStanding> standings,
      LocalDate today,
      boolean review) {
    SortedMap<LocalDate, SortedMap<String, CategoryStanding>> missing = new TreeMap<>();
    LocalDate first = today.minusDays(MOST_DAYS_BACK);
    for (CategoryStanding standing : standings.values()) {
      if (mayMiss(source, standing, today, review)) {
        LocalDate since = standing.reviewedOn().isBefore(first) ? first : standing.reviewedOn();
        missing.computeIfAbsent(since, day -> new TreeMap<>()).put(standing.category(), standing);
      }
    }
    return missing;
  }

  private static boolean mayMiss(
      AnnouncingSource source, CategoryStanding standing, LocalDate today, boolean review) {
    boolean quiet = source.quietOn(today).isPresent();
    LocalDate reviewed = standing.reviewedOn();
    boolean longAgo = !reviewed.isAfter(today.minusDays(DAYS_BETWEEN_REVIEWS));
    boolean stuck =
        !standing.isDone(today)
            && standing.tries(today) >= TRIES_BEFORE_THE_ARCHIVE
            && reviewed.isBefore(today);
    LocalDate missing = standing.missingSince();
    boolean missed =
        missing.isBefore(today)
            && missing.datesUntil(today).anyMatch(day -> !quiet || source.quietOn(day).isEmpty());
    return (review && !quiet && longAgo) || stuck || missed;
  }

  private static SortedSet<String> open(
      SortedMap<String, CategoryStanding> standings, LocalDate today) {
    SortedMap<String, CategoryStanding> open = new TreeMap<>(standings);
    open.values().removeIf(standing -> standing.isDone(today));
    return new TreeSet<>(open.keySet());
  }

  private SortedSet<String> categories(AnnouncingSource source) {
    SortedSet<String> categories = new TreeSet<>(source.alwaysFollowed());
    followed.forEach(by -> categories.addAll(by.followed()));
    return categories;
  }

  /** Gives the run what says that it is alive, lest another takes its turn. */
  private <T> Optional<T> inTurn(AnnouncingSource source, Function<Runnable, T> run) {
    Optional<SourceTurns.Turn> taken = turns.take("ingest " + source.name(), LONGEST_SILENCE);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    SourceTurns.Turn turn = taken.get();
    held.add(turn);
    try {
      return Optional.of(run.apply(() -> turn.extend(LONGEST_SILENCE)));
    } finally {
      held.remove(turn);
      if (!stopping) {
        turn.giveBack(Duration.ZERO);
      }
    }
  }

  /** Nobody waits for the turns of one that stops. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    held.forEach(turn -> turn.giveBack(Duration.ZERO));
  }

  private AnnouncingSource source(String name) {
    return sources.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
