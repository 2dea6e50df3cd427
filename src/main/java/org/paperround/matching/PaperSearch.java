package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Papers;
import org.paperround.topic.query.Query;

/** Asks a query of papers at once, by the same engine that answers topics. */
@ApplicationScoped
public class PaperSearch {

  private static final int DAYS = 14;

  private final PaperIndexes indexes;
  private final Papers papers;
  private final Clock clock;

  PaperSearch(PaperIndexes indexes, Papers papers, Clock clock) {
    this.indexes = indexes;
    this.papers = papers;
    this.clock = clock;
  }

  /**
   * The ids of the papers that answer, best first. Days that were not asked for lately are indexed
   * first, so only a few searches run at once; one too many is a {@link
   * org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException}.
   *
   * @param day the day of announcement to look at; null for the last 14 days that have papers
   */
  @Bulkhead(4)
  public List<Long> search(Query query, @Nullable LocalDate day) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Collection<LocalDate> days = day == null ? papers.days(today, DAYS) : List.of(day);
    List<PaperMatch> matches = new ArrayList<>();
    for (LocalDate one : days) {
      matches.addAll(indexes.held(one).queries().search(query));
    }
    matches.sort(
        Comparator.comparing(PaperMatch::score).reversed().thenComparing(PaperMatch::paperId));
    return matches.stream().map(PaperMatch::paperId).toList();
  }
}
