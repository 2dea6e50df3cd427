package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;
import org.paperround.matching.meaning.Meanings;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKey;
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
  private final ReadyTopics ready;
  private final Meanings meanings;
  private final Papers papers;
  private final Clock clock;

  TopicPreview(
      PaperIndexes indexes, ReadyTopics ready, Meanings meanings, Papers papers, Clock clock) {
    this.indexes = indexes;
    this.ready = ready;
    this.meanings = meanings;
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
    TopicKey key = topic.key();
    return switch (topic.kind()) {
      case QUERY -> of(CompiledQuery.of(Query.parse(topic.written())), topic, strength, most, null);
      case ABOUT ->
          of(
              Question.about(Objects.requireNonNull(key.wording()), meanings),
              topic,
              strength,
              most,
              null);
      case LIKE -> like(topic, key, strength, most);
    };
  }

  private Found like(TopicText topic, TopicKey key, Strength strength, int most) {
    Set<PaperId> named =
        Stream.of(key.canonical().split(" ")).map(PaperId::parse).collect(Collectors.toSet());
    Map<PaperId, Paper> held = ready.held(named);
    Set<String> missing = new TreeSet<>();
    named.stream().filter(id -> !held.containsKey(id)).forEach(id -> missing.add(id.value()));
    String remark =
        missing.isEmpty()
            ? null
            : "%s %s not here yet; what can be is fetched when you have confirmed."
                .formatted(String.join(", ", missing), missing.size() == 1 ? "is" : "are");
    return ready
        .like(List.copyOf(held.values()))
        .map(question -> of(question, topic, strength, most, remark))
        .orElseGet(() -> new Found(0, 0, 0, List.of(), remark));
  }

  private Found of(
      ReadyTopic asked, TopicText topic, Strength strength, int most, @Nullable String remark) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<PaperMatch> all = new ArrayList<>();
    int days = 0;
    long seen = 0;
    int beyond = 0;
    boolean meaning = true;
    for (LocalDate day : papers.days(today, PAPER_DAYS)) {
      int age = Math.toIntExact(ChronoUnit.DAYS.between(day, today)) + 1;
      if (age <= LONGEST_AGO) {
        DayIndex index = indexes.held(day);
        Answer answer = index.answer(asked, scored(topic, strength, most));
        meaning &= asked instanceof CompiledQuery || index.knowsMeanings();
        days = age;
        seen += papers.state(day).papers();
        beyond += answer.total() - answer.best().size();
        all.addAll(answer.best());
      }
    }
    List<Float> scores = all.stream().map(PaperMatch::score).toList();
    float least = Strengths.least(topic.kind(), strength, scores, Math.max(days, 1));
    List<PaperMatch> best =
        all.stream().filter(match -> match.score() >= least).sorted(BEST_FIRST).toList();
    return new Found(
        days,
        seen,
        // What was not looked at is weaker than what was.
        best.size() + (best.size() == all.size() ? beyond : 0),
        best.subList(0, Math.min(most, best.size())),
        remark != null || meaning ? remark : byWords());
  }

  private String byWords() {
    return meanings.isOn()
        ? "For now words alone are compared: meaning counts once somebody has such a topic."
        : "Words alone are compared here, not meaning.";
  }

  /** Where all that answer are wanted, they need only be counted. */
  private static int scored(TopicText topic, Strength strength, int most) {
    return topic.kind() == TopicKind.QUERY && strength != Strength.FEW ? most : Integer.MAX_VALUE;
  }
}
