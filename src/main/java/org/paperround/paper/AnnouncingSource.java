package org.paperround.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * A source that announces papers by category, each category for itself, on certain days. What of it
 * is new is not its to say: {@link IngestAnnouncements} compares with what was announced before.
 */
public interface AnnouncingSource {

  /** Its name in config, API and ledger: lower-case letters, digits and dashes, at most 40. */
  String name();

  /** Categories to follow whatever readers ask for. */
  Set<String> alwaysFollowed();

  /** Why nothing is announced on a day, in words that follow "because"; empty if something is. */
  Optional<String> quietOn(LocalDate day);

  /**
   * What stands in today's announcements, whatever day the source believes it is.
   *
   * @param today the UTC day; nothing is dated later
   * @throws SourceFailure if there is no answer worth storing, with a sentence that says why
   */
  Announcements announced(LocalDate today, SortedSet<String> categories);

  /**
   * All that changed since a day, that day included, in pages. Papers of other categories may come
   * along.
   *
   * @param page is given each page as it comes; pages before a failure count
   * @throws SourceFailure if the end was not reached
   */
  void changedSince(
      LocalDate since, LocalDate today, SortedSet<String> categories, Consumer<Announcements> page);

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
