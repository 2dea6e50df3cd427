package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.paperround.paper.Papers;
import org.paperround.topic.query.Query;

/** What a topic would have found lately, by the same engine that answers topics. */
@ApplicationScoped
public class TopicPreview {

  private static final int PAPER_DAYS = 7;
  private static final int LONGEST_AGO = 14;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final Comparator<PaperMatch> BEST_FIRST =
      Comparator.comparing(PaperMatch::score).reversed().thenComparing(PaperMatch::paperId);

  private final PaperIndexes indexes;
  private final Papers papers;
  private final Clock clock;

  TopicPreview(PaperIndexes indexes, Papers papers, Clock clock) {
    this.indexes = indexes;
    this.papers = papers;
    this.clock = clock;
  }

  /**
   * What a topic found.
   *
   * @param days how many days ago the first of the papers was announced, today counted in
   * @param papers how many it was put to
   * @param matched how many of them answer it
   * @param best the best of these
   */
  public record Found(int days, long papers, int matched, List<PaperMatch> best) {

    /** How many papers a week that means. */
    public double perWeek() {
      return days == 0 ? 0 : (double) matched * DAYS_OF_A_WEEK / days;
    }
  }

  /**
   * Puts a query to the papers of the last seven days that have any, at most 14 days back. Only a
   * few run at once; one too many is a {@link
   * org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException}.
   *
   * @param most how many of the best to return
   */
  @Bulkhead(4)
  public Found of(Query query, int most) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    CompiledQuery compiled = CompiledQuery.of(query);
    List<PaperMatch> best = new ArrayList<>();
    int days = 0;
    long seen = 0;
    int matched = 0;
    for (LocalDate day : papers.days(today, PAPER_DAYS)) {
      int age = Math.toIntExact(ChronoUnit.DAYS.between(day, today)) + 1;
      if (age <= LONGEST_AGO) {
        Answer answer = indexes.held(day).search(compiled, most);
        days = age;
        seen += papers.state(day).papers();
        matched += answer.total();
        best.addAll(answer.best());
      }
    }
    best.sort(BEST_FIRST);
    return new Found(
        days, seen, matched, List.copyOf(best.subList(0, Math.min(most, best.size()))));
  }
}
