package org.paperround.paper.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/** Reads papers that come in pages, within bounds of number and time. */
final class PagedPapers {

  private static final int MOST_PAGES = 40;
  private static final Duration WITHIN = Duration.ofMinutes(2);

  private PagedPapers() {}

  /**
   * Reads page after page.
   *
   * @param page reads the papers of the page at a place, and says where the next one is; it was the
   *     last if it says nothing, or the same place again, or had no entries
   * @throws SourceFailure if that never ends; a day that was cut would look complete
   */
  static <P> SourceAnswer read(String who, P first, BiFunction<P, ReadPapers, Optional<P>> page) {
    return read(who, WITHIN, first, page);
  }

  static <P> SourceAnswer read(
      String who, Duration within, P first, BiFunction<P, ReadPapers, Optional<P>> page) {
    ReadPapers papers = new ReadPapers();
    long start = System.nanoTime();
    P place = first;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      int before = papers.entries();
      Optional<P> next = page.apply(place, papers);
      if (papers.entries() == before || next.isEmpty() || next.get().equals(place)) {
        return papers.answer();
      }
      if (System.nanoTime() - start >= within.toNanos()) {
        throw SourceFailure.failed(
            who + " did not answer all pages within " + within.toSeconds() + " s");
      }
      place = next.get();
    }
    throw SourceFailure.failed(who + " has more papers on that day than are read at once");
  }
}
