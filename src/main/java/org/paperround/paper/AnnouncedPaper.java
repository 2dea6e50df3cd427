package org.paperround.paper;

import java.time.Instant;

/**
 * A paper without its content: what it takes to choose it and to remember which it was.
 *
 * @param id the row's number
 * @param identifier the canonical identity
 * @param revision counts changes of the content, from 1
 * @param announcedAt the earliest announcement a source gives, else when it was first seen
 * @param firstSeenAt when we first stored it
 * @param titleWords the words of the title, as {@link TitleWords} writes them
 * @param titleKey the same for titles that differ only as {@link TitleKey} says
 */
public record AnnouncedPaper(
    long id,
    String identifier,
    int revision,
    Instant announcedAt,
    Instant firstSeenAt,
    int votes,
    int comments,
    long titleKey,
    long titleWords) {

  /** The same, told the title itself. */
  public AnnouncedPaper(
      long id,
      String identifier,
      int revision,
      Instant announcedAt,
      Instant firstSeenAt,
      int votes,
      int comments,
      String title) {
    this(
        id,
        identifier,
        revision,
        announcedAt,
        firstSeenAt,
        votes,
        comments,
        TitleKey.of(title),
        TitleWords.of(title));
  }

  /** Whether its title has most of its words in common with another's. */
  public boolean isTitledLike(AnnouncedPaper other) {
    return TitleWords.areAlike(titleWords, other.titleWords);
  }

  /** Whether its title says anything. */
  public boolean hasTitle() {
    return titleKey != TitleKey.NONE;
  }
}
