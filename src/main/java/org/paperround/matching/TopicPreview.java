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
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Papers;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;
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
   * @param remark a sentence on how it was looked for, where that needs saying; else null
   */
  public record Found(
      int days, long papers, int matched, List<PaperMatch> best, @Nullable String remark) {

    /** How many papers a week that means. */
    public double perWeek() {
      return days == 0 ? 0 : (double) matched * DAYS_OF_A_WEEK / days;
    }
  }

  /**
   * Puts a topic to the papers of the last seven days that have any, at most 14 days back. Only a
   * few run at once; one too many is a {@link
   * org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException}.
   *
   * @param strength how much of it is wanted
   * @param most how many of the best to return
   * @throws org.paperround.topic.query.QueryException if the topic cannot be read
   */
  @Bulkhead(4)
  public Found of(TopicText topic, Strength strength, int most) {
    topic.key();
    return topic.kind() == TopicKind.QUERY
        ? of(Query.parse(topic.written()), most)
        : new Found(0, 0, 0, List.of(), null);
  }

  private Found of(Query query, int most) {
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
        days, seen, matched, List.copyOf(best.subList(0, Math.min(most, best.size()))), null);
  }
}
