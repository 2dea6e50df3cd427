package org.paperround.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperContent;
import org.paperround.paper.Papers;

/** Indexes the papers of a day. */
@ApplicationScoped
class PaperIndexes {

  private static final int MOST_PAPERS_OF_A_DAY = 10_000;

  /** Some 50 MB. */
  private static final int MOST_PAPERS_HELD = 5000;

  private static final Duration HELD_FOR = Duration.ofMinutes(10);

  private final Papers papers;
  // None is closed when it goes, for somebody may be asking it; it lives in memory alone.
  private final Cache<LocalDate, HeldIndex> held =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PAPERS_HELD)
          .weigher((LocalDate day, HeldIndex of) -> 1 + Math.toIntExact(of.state().papers()))
          .expireAfterAccess(HELD_FOR)
          .build();

  private record HeldIndex(Papers.DayState state, PaperIndex index) {}

  PaperIndexes(Papers papers) {
    this.papers = papers;
  }

  /** The papers of a day as they are now, made ready once for all who ask in the next minutes. */
  PaperIndex held(LocalDate day) {
    Papers.DayState now = papers.state(day);
    HeldIndex before = held.getIfPresent(day);
    if (before != null && before.state().equals(now)) {
      return before.index();
    }
    PaperIndex index = of(day);
    held.put(day, new HeldIndex(now, index));
    return index;
  }

  /** The papers of a day, to be closed by whoever asks. */
  PaperIndex of(LocalDate day) {
    return PaperIndex.of(
        papers.page(day, 0, MOST_PAPERS_OF_A_DAY).stream().map(PaperIndexes::text).toList());
  }

  private static PaperText text(Paper paper) {
    PaperContent content = paper.content();
    return new PaperText(
        paper.id(),
        content.title(),
        content.summary(),
        content.authors(),
        content.organization(),
        content.categories());
  }
}
