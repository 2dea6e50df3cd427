package org.paperround.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Ingestion.Verdict;

/**
 * How a source, or a category of one, stands after the ingestions it was given in the order in
 * which they began. Only those count that were for the newest day asked for up to then, days still
 * to come left aside.
 */
final class SourceStanding {

  private LocalDate newest = LocalDate.MIN;
  private @Nullable Instant troubledSince;
  private @Nullable Asked last;

  /**
   * What is known of an ingestion.
   *
   * @param of the source or category
   */
  record Asked(String of, long id, LocalDate date, Instant startedAt, Verdict verdict) {}

  void take(Asked asked) {
    boolean toCome = asked.date().isAfter(LocalDate.ofInstant(asked.startedAt(), ZoneOffset.UTC));
    if (toCome || asked.date().isBefore(newest)) {
      return;
    }
    newest = asked.date();
    last = asked;
    if (!asked.verdict().isTrouble()) {
      troubledSince = null;
    } else if (troubledSince == null) {
      troubledSince = asked.startedAt();
    }
  }

  /** When the first bad ingestion after the last good one began; nothing if the last was good. */
  Optional<Instant> troubledSince() {
    return Optional.ofNullable(troubledSince);
  }

  /** The last ingestion that counted. */
  Optional<Asked> last() {
    return Optional.ofNullable(last);
  }
}
