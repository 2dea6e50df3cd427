package org.paperround.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.AnnouncingSource.Quiet;
import org.paperround.paper.Ingestion.Verdict;

/**
 * What one run learned of one category, and what we make of it. The days that sources write down
 * are no ground for a verdict, as they come late or wrong at times; papers not seen before are.
 */
final class CategoryCheck {

  // What a day announces was not announced before, but for an odd paper.
  private static final int ONE_OLD_IN = 20;

  private final String category;
  private final LocalDate today;
  private final Set<String> fresh = new HashSet<>();
  private final Set<String> firstTime = new HashSet<>();
  private final Set<String> old = new HashSet<>();
  private final Set<String> caughtUp = new HashSet<>();
  private @Nullable String listFailure;
  private @Nullable String archiveFailure;
  private @Nullable String standIn;
  private boolean doubted;
  private boolean asked;
  private boolean harvested;
  private boolean harvestHasToday;

  CategoryCheck(String category, LocalDate today) {
    this.category = category;
    this.today = today;
  }

  /** The source was asked for its announcements. */
  void asked() {
    asked = true;
  }

  /** The source gave no announcements. */
  void listFailed(String reason) {
    listFailure = reason;
  }

  /** The source's archive was not read to its end. */
  void archiveFailed(String reason) {
    archiveFailure = reason;
  }

  /**
   * A paper stands in today's announcements of the category.
   *
   * @param before when it was announced in it before, null for never
   */
  void announced(String identifier, @Nullable LocalDate before) {
    if (before != null && before.isBefore(today)) {
      old.add(identifier);
      return;
    }
    fresh.add(identifier);
    if (before == null) {
      firstTime.add(identifier);
    }
  }

  /** The source's archive gave a paper that no announcement had. */
  void caughtUp(String identifier, LocalDate on) {
    caughtUp.add(identifier);
    harvestHasToday |= on.equals(today);
  }

  /** The source's archive was read to its end. */
  void harvested() {
    harvested = true;
  }

  /** Something else was read in place of the archive. */
  void stoodIn(String why) {
    standIn = why;
  }

  /** The papers in it that were announced in it on an earlier day. */
  Set<String> old() {
    return Set.copyOf(old);
  }

  /**
   * Papers of an earlier day stand in its list, and no other category's list explains that.
   *
   * @param unexplained how many
   */
  void doubt(int unexplained) {
    doubted = unexplained * ONE_OLD_IN > fresh.size() + old.size();
  }

  /** Whether its list holds what was not announced before. */
  boolean hasMoved() {
    return !fresh.isEmpty() && !doubted;
  }

  /** Whether it is read well and nothing stands in it. */
  private boolean isEmpty() {
    return asked && listFailure == null && fresh.isEmpty() && old.isEmpty();
  }

  /** Whether nothing more is to be expected today. */
  private boolean isDone(Optional<Quiet> quiet, boolean othersMoved) {
    boolean nothingNew = asked && listFailure == null && fresh.isEmpty();
    return (isEmpty() && othersMoved)
        || (quiet.filter(Quiet::certain).isPresent() && nothingNew)
        || (harvested && harvestHasToday);
  }

  /** Notes in the standing what is known now. */
  void moveOn(CategoryStanding standing, Optional<Quiet> quiet, boolean othersMoved) {
    if (asked) {
      standing.tried(today);
    }
    if (hasMoved()) {
      standing.moved(today);
    } else if (isDone(quiet, othersMoved)) {
      standing.done(today);
    }
  }

  /**
   * The verdict.
   *
   * @param quiet why nothing is announced today
   * @param othersMoved whether another category of the same answer did
   */
  CategoryVerdict verdict(Optional<Quiet> quiet, boolean othersMoved) {
    if (!caughtUp.isEmpty() || (!firstTime.isEmpty() && hasMoved())) {
      return said(Verdict.NEW_PAPERS, news());
    }
    if (hasMoved()) {
      return said(
          Verdict.NOTHING_NEW,
          seen() == 1 ? "the one of today is known" : "all " + seen() + " of today are known");
    }
    if (!asked) {
      String what = standIn == null ? "the archive" : "what stood in for the archive";
      return archiveFailure == null
          ? said(Verdict.NOTHING_NEW, what + " has none that was not known")
          : said(Verdict.FAILED, archiveFailure);
    }
    if (listFailure == null && quiet.isPresent() && fresh.isEmpty()) {
      return said(Verdict.NOTHING_NEW, quiet.get().why());
    }
    if (isEmpty() && othersMoved) {
      return said(Verdict.NOTHING_NEW, "none is announced in it, and others moved");
    }
    if (harvested) {
      return said(Verdict.NOTHING_NEW, trouble() + ", and the archive has none that was not known");
    }
    return said(listFailure == null ? Verdict.STALE : Verdict.FAILED, trouble());
  }

  private String news() {
    List<String> news = new ArrayList<>();
    if (!firstTime.isEmpty()) {
      news.add(firstTime.size() + " of " + seen() + " announced are new in it");
    }
    if (!caughtUp.isEmpty()) {
      news.add("the archive has " + caughtUp.size() + " that no announcement had");
    }
    if (asked && !hasMoved()) {
      news.add(trouble());
    }
    return String.join("; ", news);
  }

  /** Why today's announcements are not in. */
  private String trouble() {
    if (listFailure != null) {
      return listFailure;
    }
    return isEmpty()
        ? "the list is empty on a day that has announcements"
        : old.size() + " of " + seen() + " were announced on an earlier day";
  }

  private int seen() {
    return fresh.size() + old.size();
  }

  private CategoryVerdict said(Verdict verdict, String reason) {
    String also = "";
    if (archiveFailure != null && !reason.contains(archiveFailure)) {
      also = "; what is missing before could not be read: " + archiveFailure;
    } else if (standIn != null) {
      also = "; the archive is asked again: " + standIn;
    }
    return new CategoryVerdict(
        category,
        verdict,
        reason + also,
        seen() + caughtUp.size(),
        firstTime.size() + caughtUp.size());
  }
}
