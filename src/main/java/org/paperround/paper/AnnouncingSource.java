package org.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.paperround.base.PaperId;

/**
 * A source that announces papers by category, each category for itself, on certain days. What of it
 * is new is not its to say: {@link IngestAnnouncements} compares with what was announced before.
 */
public interface AnnouncingSource {

  /** Its name in config, API and ledger: lower-case letters, digits and dashes, at most 40. */
  String name();

  /** Categories to follow whatever readers ask for. */
  Set<String> alwaysFollowed();

  /** The day whose announcements stand in the source's lists at an instant. */
  LocalDate dayAt(Instant instant);

  /** Why nothing may be announced on a day; empty if something is. */
  Optional<Quiet> quietOn(LocalDate day);

  /**
   * A day without announcements.
   *
   * @param why in words that follow "because"
   * @param certain false where there may be some after all, as around holidays
   */
  record Quiet(String why, boolean certain) {}

  /**
   * What stands in today's announcements, whatever day the source believes it is.
   *
   * @param today as {@link #dayAt} says; nothing is dated later
   * @throws SourceFailure if there is no answer worth storing, with a sentence that says why
   */
  Announcements announced(LocalDate today, SortedSet<String> categories);

  /**
   * All that changed since a day, that day included, in pages. Papers of other categories may come
   * along.
   *
   * @param page is given each page as it comes; pages before a failure count
   * @return empty if all was read; else why the archive was not, and something else stood in that
   *     may lack papers
   * @throws SourceFailure if the end was not reached
   */
  Optional<String> changedSince(
      LocalDate since, LocalDate today, SortedSet<String> categories, Consumer<Announcements> page);

  /**
   * Single papers by their ids; those it does not know are left out.
   *
   * @throws SourceFailure if there is no answer
   */
  Announcements find(Collection<PaperId> ids, LocalDate today);

  /** What a source says of some papers, one by one. */
  record Announcements(List<Announcement> entries, List<RejectedPaper> rejected) {

    /** Copies the lists. */
    public Announcements {
      entries = List.copyOf(entries);
      rejected = List.copyOf(rejected);
    }

    /** The entries that stand in one of these categories. */
    Announcements in(Set<String> categories) {
      return new Announcements(
          entries.stream()
              .filter(entry -> entry.paper().categories().stream().anyMatch(categories::contains))
              .toList(),
          rejected);
    }
  }
}
