package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Papers;

/** How common words are in the newest papers that are held; counted anew when a day comes in. */
@ApplicationScoped
class CommonWords {

  private static final int ENOUGH = 3000;
  private static final int MOST_DAYS = 14;
  private static final int DAYS_AHEAD = 31;

  private final Papers papers;
  private final Clock clock;
  private @Nullable Counted last;

  private record Counted(LocalDate newest, long papers, WordStatistics statistics) {}

  CommonWords(Papers papers, Clock clock) {
    this.papers = papers;
    this.clock = clock;
  }

  synchronized WordStatistics statistics() {
    List<LocalDate> days = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    long held = 0;
    for (LocalDate day : papers.days(today.plusDays(DAYS_AHEAD), MOST_DAYS)) {
      if (held < ENOUGH) {
        days.add(day);
        held += papers.state(day).papers();
      }
    }
    LocalDate newest = days.isEmpty() ? today : days.get(0);
    Counted before = last;
    // A few more of the same day change little.
    if (before == null || !before.newest().equals(newest) || before.papers() < held * 3 / 4) {
      List<PaperText> texts = new ArrayList<>();
      for (LocalDate day : days) {
        papers.page(day, 0, ENOUGH).stream().map(PaperText::of).forEach(texts::add);
      }
      before = new Counted(newest, held, WordStatistics.of(texts));
      last = before;
    }
    return before.statistics();
  }
}
