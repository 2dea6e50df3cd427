package org.paperround.paper;

import static java.util.Objects.requireNonNull;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings in what sources announce by category. A category is asked for its announcements until it
 * moved or is known to be quiet that day. What may be missing before that is asked of the source's
 * archive: days on which a category did not move, weekends once they are over, and everything once
 * a week, in case an announcement left something out.
 */
@ApplicationScoped
public class IngestAnnouncements {

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);
  private static final int TRIES_BEFORE_THE_ARCHIVE = 2;
  private static final int DAYS_BETWEEN_REVIEWS = 7;

  private final List<AnnouncingSource> sources;
  private final Instance<FollowedCategories> followed;
  private final StorePapers store;
  private final AnnouncementLog announcements;
  private final IngestionLog log;
  private final SourceTurns turns;
  private final Clock clock;

  IngestAnnouncements(
      @All List<AnnouncingSource> sources,
      Instance<FollowedCategories> followed,
      StorePapers store,
      AnnouncementLog announcements,
      IngestionLog log,
      SourceTurns turns,
      Clock clock) {
    this.sources = sources;
    this.followed = followed;
    this.store = store;
    this.announcements = announcements;
    this.log = log;
    this.turns = turns;
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
    return inTurn(
            asked,
            () -> {
              LocalDate today = today();
              SortedSet<String> categories = categories(asked);
              SortedMap<String, CategoryStanding> standings =
                  announcements.standings(source, categories, today);
              SortedSet<String> open = open(standings, today);
              return ingest(
                  asked, today, open.isEmpty() ? categories : open, standings, since, false);
            })
        .orElseThrow(() -> new SourceBusy(source));
  }

  /**
   * Runs an ingestion if something is expected.
   *
   * @return nothing if there is nothing to ask, or another is running
   */
  Optional<Ingestion> runIfDue(String source) {
    AnnouncingSource asked = source(source);
    LocalDate today = today();
    SortedMap<String, CategoryStanding> standings =
        announcements.standings(source, categories(asked), today);
    SortedSet<String> open = open(standings, today);
    if (open.isEmpty() && missing(asked, standings, today, true).isEmpty()) {
      return Optional.empty();
    }
    return inTurn(asked, () -> ingest(asked, today, open, standings, null, true));
  }

  /**
   * Whether every category that is followed has moved, or is known to be quiet, on an instant's UTC
   * day.
   */
  public boolean areIn(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return sources.stream()
        .allMatch(
            source ->
                open(announcements.standings(source.name(), categories(source), day), day)
                    .isEmpty());
  }

  private Ingestion ingest(
      AnnouncingSource source,
      LocalDate today,
      SortedSet<String> open,
      SortedMap<String, CategoryStanding> standings,
      @Nullable LocalDate since,
      boolean review) {
    Instant startedAt = clock.instant();
    AnnouncementRun run =
        new AnnouncementRun(
            source,
            today,
            store,
            announcements,
            () -> turns.giveBack(turn(source), LONGEST_SILENCE));
    if (!open.isEmpty()) {
      run.readAnnouncements(open);
    }
    if (since != null) {
      run.readChanges(since, standings);
    } else {
      SortedMap<String, CategoryStanding> missing = missing(source, standings, today, review);
      if (!missing.isEmpty()) {
        run.readChanges(missingSince(source, missing, today, review), missing);
      }
    }
    IngestionOutcome outcome = run.conclude(standings);
    announcements.keep(standings.values());
    return log.record(source.name(), today, outcome, startedAt, clock.instant());
  }

  /** The categories of which something may be missing that only the archive still has. */
  private static SortedMap<String, CategoryStanding> missing(
      AnnouncingSource source,
      SortedMap<String, CategoryStanding> standings,
      LocalDate today,
      boolean review) {
    SortedMap<String, CategoryStanding> missing = new TreeMap<>(standings);
    missing.values().removeIf(standing -> missingSince(source, standing, today, review) == null);
    return missing;
  }

  private static LocalDate missingSince(
      AnnouncingSource source,
      SortedMap<String, CategoryStanding> missing,
      LocalDate today,
      boolean review) {
    return missing.values().stream()
        .map(standing -> requireNonNull(missingSince(source, standing, today, review)))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static @Nullable LocalDate missingSince(
      AnnouncingSource source, CategoryStanding standing, LocalDate today, boolean review) {
    boolean quiet = source.quietOn(today).isPresent();
    LocalDate missing = standing.missingSince();
    LocalDate reviewed = standing.reviewedOn();
    if (review && !quiet && !reviewed.isAfter(today.minusDays(DAYS_BETWEEN_REVIEWS))) {
      return missing.isBefore(reviewed) ? missing : reviewed;
    }
    boolean stuck =
        !standing.isDone(today)
            && standing.tries(today) >= TRIES_BEFORE_THE_ARCHIVE
            && reviewed.isBefore(today);
    boolean missed =
        missing.isBefore(today)
            && missing.datesUntil(today).anyMatch(day -> !quiet || source.quietOn(day).isEmpty());
    return stuck || missed ? missing : null;
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

  private <T> Optional<T> inTurn(AnnouncingSource source, Supplier<T> run) {
    String turn = turn(source);
    if (!turns.take(turn, LONGEST_SILENCE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(run.get());
    } finally {
      turns.giveBack(turn, Duration.ZERO);
    }
  }

  private static String turn(AnnouncingSource source) {
    return "ingest " + source.name();
  }

  private AnnouncingSource source(String name) {
    return sources.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
