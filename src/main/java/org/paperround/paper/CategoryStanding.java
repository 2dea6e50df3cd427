package org.paperround.paper;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far a followed category of a source is known, in days of announcements. */
@Entity
class CategoryStanding {

  @EmbeddedId private Key key;
  private LocalDate completeThrough;
  private LocalDate reviewedOn;
  private @Nullable LocalDate doneOn;
  private @Nullable LocalDate triedOn;
  private int tries;

  protected CategoryStanding() {}

  /** A category that is followed from today on. */
  CategoryStanding(String source, String category, LocalDate today) {
    this.key = new Key(source, category);
    this.completeThrough = today.minusDays(1);
    this.reviewedOn = today;
  }

  String category() {
    return key.category();
  }

  /** Whether nothing more is expected of this day. */
  boolean isDone(LocalDate today) {
    return today.equals(doneOn);
  }

  /** How often it was asked today before. */
  int tries(LocalDate today) {
    return today.equals(triedOn) ? tries : 0;
  }

  void tried(LocalDate today) {
    tries = tries(today) + 1;
    triedOn = today;
  }

  /**
   * Today's announcements are in; if days before are missing they still are. Where we knew no list
   * an old one looks the same: what it hides comes with the archive, which is read from the first
   * day on.
   */
  void moved(LocalDate today) {
    doneOn = today;
    if (!missingSince().isBefore(today)) {
      completeThrough = today;
    }
  }

  void done(LocalDate today) {
    doneOn = today;
  }

  /** All that changed since a day was read; what is still to come of today may miss. */
  void harvested(LocalDate since, LocalDate today) {
    if (!since.isAfter(reviewedOn)) {
      reviewedOn = today;
      LocalDate yesterday = today.minusDays(1);
      completeThrough = completeThrough.isAfter(yesterday) ? completeThrough : yesterday;
    }
  }

  /** The first day of which something may be missing. */
  LocalDate missingSince() {
    return completeThrough.plusDays(1);
  }

  /** Of what changed before this day nothing is missing; the archive is read from here on. */
  LocalDate reviewedOn() {
    return reviewedOn;
  }

  @Embeddable
  record Key(String source, String category) {}
}
