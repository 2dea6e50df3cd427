package org.paperround.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.paperround.matching.meaning.Meanings;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;

/** Indexes the papers of a day. */
@ApplicationScoped
class PaperIndexes {

  private static final int MOST_PAPERS_OF_A_DAY = 10_000;

  /** Some 120 MB. */
  private static final int MOST_PAPERS_HELD = 5000;

  /** So many papers of a day are read while somebody waits; more are left to whoever matches. */
  private static final int MOST_READ_IN_PASSING = 4;

  private static final Duration HELD_FOR = Duration.ofMinutes(10);

  private final Papers papers;
  private final PaperVectors vectors;
  private final CommonWords words;
  private final Breadth breadth;
  private final Meanings meanings;
  // None is closed when it goes, for somebody may be asking it; it lives in memory alone.
  private final Cache<LocalDate, HeldIndex> held =
      Caffeine.newBuilder()
          .maximumWeight(MOST_PAPERS_HELD)
          .weigher((LocalDate day, HeldIndex of) -> 1 + Math.toIntExact(of.state().papers()))
          .expireAfterAccess(HELD_FOR)
          .build();

  private record HeldIndex(Papers.DayState state, DayIndex index) {}

  PaperIndexes(
      Papers papers, PaperVectors vectors, CommonWords words, Breadth breadth, Meanings meanings) {
    this.papers = papers;
    this.vectors = vectors;
    this.words = words;
    this.breadth = breadth;
    this.meanings = meanings;
  }

  /** The papers of a day as they are now, made ready once for all who ask in the next minutes. */
  DayIndex held(LocalDate day) {
    Papers.DayState now = papers.state(day);
    HeldIndex before = held.getIfPresent(day);
    if (before != null && before.state().equals(now)) {
      return before.index();
    }
    DayIndex index = of(day, MOST_READ_IN_PASSING);
    held.put(day, new HeldIndex(now, index));
    return index;
  }

  /** The papers of a day, to be closed by whoever asks. */
  DayIndex of(LocalDate day) {
    return of(day, Integer.MAX_VALUE);
  }

  private DayIndex of(LocalDate day, int mostRead) {
    List<Paper> all = papers.page(day, 0, MOST_PAPERS_OF_A_DAY);
    List<PaperText> texts = all.stream().map(PaperText::of).toList();
    return new DayIndex(
        PaperIndex.of(texts),
        () -> questions(all, texts, mostRead),
        () -> readsMeanings(all, mostRead));
  }

  private boolean readsMeanings(List<Paper> all, int mostRead) {
    return meanings.isOn() && (mostRead >= all.size() || vectors.missing(all) <= mostRead);
  }

  private QuestionIndex questions(List<Paper> all, List<PaperText> texts, int mostRead) {
    WordStatistics statistics = words.statistics();
    return readsMeanings(all, mostRead)
        ? QuestionIndex.of(texts, vectors.of(all), breadth, statistics)
        : QuestionIndex.of(texts, statistics);
  }
}
