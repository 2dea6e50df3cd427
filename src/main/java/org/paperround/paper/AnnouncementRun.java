package org.paperround.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.AnnouncementLog.Entry;
import org.paperround.paper.AnnouncingSource.Announcements;
import org.paperround.paper.AnnouncingSource.Quiet;

/**
 * One run over the followed categories of one source: asks, stores, and judges each category. It
 * says that it is alive before each page it asks for.
 */
final class AnnouncementRun {

  private final AnnouncingSource source;
  private final LocalDate today;
  private final StorePapers store;
  private final AnnouncementLog log;
  private final Runnable alive;
  private final Map<String, CategoryCheck> checks = new TreeMap<>();
  private final Set<String> stored = new HashSet<>();
  private final List<RejectedPaper> rejected = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private StoredCounts counts = StoredCounts.NONE;

  AnnouncementRun(
      AnnouncingSource source,
      LocalDate today,
      StorePapers store,
      AnnouncementLog log,
      Runnable alive) {
    this.source = source;
    this.today = today;
    this.store = store;
    this.log = log;
    this.alive = alive;
  }

  /** Reads today's announcements of some categories. */
  void readAnnouncements(SortedSet<String> categories) {
    categories.forEach(category -> check(category).asked());
    try {
      alive.run();
      Announcements list = source.announced(today, categories);
      alive.run();
      takeAnnounced(list, categories);
    } catch (SourceFailure failure) {
      notes.add("the lists: " + failure.reason());
      categories.forEach(category -> check(category).listFailed(failure.reason()));
    }
  }

  /** Reads what changed in some categories since a day, that day included. */
  void readChanges(LocalDate since, SortedMap<String, CategoryStanding> standings) {
    SortedSet<String> categories = new TreeSet<>(standings.keySet());
    try {
      alive.run();
      Optional<String> standIn =
          source.changedSince(
              since,
              today,
              categories,
              page -> {
                takeChanged(page, categories);
                alive.run();
              });
      if (standIn.isPresent()) {
        notes.add("the archive is asked again: " + standIn.get());
        categories.forEach(category -> check(category).stoodIn(standIn.get()));
      } else {
        categories.forEach(category -> check(category).harvested());
        standings.values().forEach(standing -> standing.harvested(since, today));
      }
    } catch (SourceFailure failure) {
      categories.forEach(category -> check(category).archiveFailed(failure.reason()));
    }
  }

  private void takeAnnounced(Announcements page, SortedSet<String> asked) {
    Map<Entry, LocalDate> before = before(page);
    store(page);
    Map<Entry, LocalDate> remembered = new HashMap<>();
    for (Announcement entry : page.entries()) {
      if (entry.kind() != Announcement.Kind.REPLACE) {
        for (Entry standing : announcedIn(entry, asked, before)) {
          check(standing.category()).announced(standing.identifier(), before.get(standing));
          remembered.put(standing, today);
        }
      }
    }
    log.remember(source.name(), remembered);
    doubtOldLists(asked);
  }

  /**
   * A list of an earlier day brings papers that stand in other categories too, whose lists may well
   * be today's: the fewest categories that hold all of the old papers are doubted.
   */
  private void doubtOldLists(SortedSet<String> asked) {
    Set<String> unexplained = new HashSet<>();
    asked.forEach(category -> unexplained.addAll(check(category).old()));
    while (!unexplained.isEmpty()) {
      String most =
          asked.stream().max(Comparator.comparing(c -> common(c, unexplained))).orElseThrow();
      check(most).doubt(common(most, unexplained));
      unexplained.removeAll(check(most).old());
    }
  }

  private int common(String category, Set<String> unexplained) {
    Set<String> common = new HashSet<>(check(category).old());
    common.retainAll(unexplained);
    return common.size();
  }

  /**
   * The categories for which an entry is news. One that enters further categories stands in its
   * former ones too, where it is no sign of an old list.
   */
  private List<Entry> announcedIn(
      Announcement entry, SortedSet<String> asked, Map<Entry, LocalDate> before) {
    String identifier = entry.paper().id().value();
    List<Entry> all =
        entry.paper().categories().stream()
            .filter(asked::contains)
            .map(category -> new Entry(category, identifier))
            .toList();
    if (entry.kind() == Announcement.Kind.NEW) {
      return all;
    }
    List<Entry> entered = all.stream().filter(standing -> isOpen(before.get(standing))).toList();
    return entered.isEmpty() ? all : entered;
  }

  private boolean isOpen(@Nullable LocalDate before) {
    return before == null || !before.isBefore(today);
  }

  private void takeChanged(Announcements all, SortedSet<String> asked) {
    Announcements page = all.in(asked);
    Map<Entry, LocalDate> before = before(page);
    store(page);
    Map<Entry, LocalDate> remembered = new HashMap<>();
    for (Announcement entry : page.entries()) {
      LocalDate on = Optional.ofNullable(entry.paper().statedOn()).orElse(today);
      for (String category : entry.paper().categories()) {
        Entry standing = new Entry(category, entry.paper().id().value());
        if (asked.contains(category)
            && entry.kind() != Announcement.Kind.REPLACE
            && !before.containsKey(standing)) {
          check(category).caughtUp(standing.identifier(), on);
          remembered.put(standing, on);
        }
      }
    }
    log.remember(source.name(), remembered);
  }

  private Map<Entry, LocalDate> before(Announcements page) {
    return log.days(
        source.name(),
        page.entries().stream()
            .map(entry -> entry.paper().id().value())
            .collect(Collectors.toSet()));
  }

  /** A paper that comes several times in a run is counted once. */
  private void store(Announcements page) {
    rejected.addAll(page.rejected());
    List<SourcedPaper> first = new ArrayList<>();
    List<SourcedPaper> again = new ArrayList<>();
    for (Announcement entry : page.entries()) {
      (stored.add(entry.paper().id().value()) ? first : again).add(entry.paper());
    }
    counts = counts.plus(store.store(first));
    store.store(again);
  }

  private CategoryCheck check(String category) {
    return checks.computeIfAbsent(category, c -> new CategoryCheck(c, today));
  }

  /** What became of it; also moves the standings of the categories that were read. */
  IngestionOutcome conclude(SortedMap<String, CategoryStanding> standings) {
    Optional<Quiet> quiet = source.quietOn(today);
    SortedSet<String> moved = new TreeSet<>();
    checks.forEach(
        (category, check) -> {
          if (check.hasMoved()) {
            moved.add(category);
          }
        });
    List<CategoryVerdict> verdicts = new ArrayList<>();
    checks.forEach(
        (category, check) -> {
          boolean othersMoved = moved.size() > (moved.contains(category) ? 1 : 0);
          verdicts.add(check.verdict(quiet, othersMoved));
          CategoryStanding standing = standings.get(category);
          if (standing != null) {
            check.moveOn(standing, quiet, othersMoved);
          }
        });
    return IngestionOutcome.of(counts, rejected, verdicts).with(notes);
  }
}
