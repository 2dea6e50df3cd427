package org.paperround.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.Ranking.Asked;
import org.paperround.matching.Ranking.Found;
import org.paperround.matching.Ranking.Place;
import org.paperround.matching.meaning.Passages;
import org.paperround.matching.meaning.Vectors;

/**
 * Papers held in memory for questions in plain words to be put to them, from any number of threads.
 * A score depends on the paper, the question and the statistics alone, not on the other papers.
 */
public final class QuestionIndex {

  private final List<PaperText> papers;
  private final WordIndex words;
  private final @Nullable MeaningIndex meanings;
  private final @Nullable Breadth breadth;
  private final Ranking ranking;
  private final WordStatistics statistics;
  private final AtomicReferenceArray<List<String>> passages;

  private QuestionIndex(
      List<PaperText> papers,
      @Nullable MeaningIndex meanings,
      @Nullable Breadth breadth,
      WordStatistics statistics) {
    this.papers = papers;
    this.words = new WordIndex(papers, statistics);
    this.meanings = meanings;
    this.breadth = breadth;
    this.ranking = new Ranking(papers, meanings);
    this.statistics = statistics;
    this.passages = new AtomicReferenceArray<>(papers.size());
  }

  /**
   * Indexes papers by words alone.
   *
   * @param statistics of papers like these
   */
  public static QuestionIndex of(List<PaperText> papers, WordStatistics statistics) {
    return new QuestionIndex(at(byId(papers), papers), null, null, statistics);
  }

  /**
   * Indexes papers by words and meaning.
   *
   * @param meanings of each paper the vector of the whole, then those of its passages
   * @param breadth how near to a question a paper has to be
   * @param statistics of papers like these
   */
  public static QuestionIndex of(
      List<PaperText> papers, List<Vectors> meanings, Breadth breadth, WordStatistics statistics) {
    breadth.prepare();
    List<Integer> places = byId(papers);
    return new QuestionIndex(
        at(places, papers), new MeaningIndex(at(places, meanings)), breadth, statistics);
  }

  /** So that of two papers with one score the first in place is the first by id. */
  private static List<Integer> byId(List<PaperText> papers) {
    return IntStream.range(0, papers.size())
        .boxed()
        .sorted(Comparator.comparing(place -> papers.get(place).id()))
        .toList();
  }

  private static <T> List<T> at(List<Integer> places, List<T> all) {
    return places.stream().map(all::get).toList();
  }

  /**
   * The papers that answer a question, by score, then by ascending id. Words alone decide where the
   * question or the index knows no meanings.
   *
   * @param least the score from which on a paper answers
   * @param most how many of them to return
   */
  public Answer search(Question question, float least, int most) {
    return search(List.of(question), least, most).get(0);
  }

  /** As {@link #search(Question, float, int)}, for many questions in less time. */
  List<Answer> search(List<Question> questions, float least, int most) {
    List<Asked> asked = questions.stream().map(one -> asked(one, scoring(one))).toList();
    List<Found> found = ranking.best(asked, least, most);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      answers.add(answer(asked.get(i), found.get(i)));
    }
    return answers;
  }

  /** Whether meanings are compared, not words alone. */
  boolean knowsMeanings() {
    return meanings != null;
  }

  private Asked asked(Question question, Scoring scoring) {
    Vectors meaning = scoring.meaning() == 0 ? null : question.meaning();
    return new Asked(
        question,
        new WeighedWords(question, words, statistics),
        meaning == null ? null : meaning.get(0),
        scoring);
  }

  private Scoring scoring(Question question) {
    Vectors meaning = question.meaning();
    return breadth == null || meaning == null
        ? Scoring.WORDS
        : Scoring.BOTH.harder(breadth.extra(question, meaning.get(0)));
  }

  /** The ids of all papers, best first, by whatever scoring; for measuring. */
  public List<Long> ranking(Question question, Scoring scoring) {
    return ids(question, scoring, Float.NEGATIVE_INFINITY).toList();
  }

  /** The ids of all papers that answer a question, ascending. */
  public List<Long> ids(Question question, float least) {
    return ids(question, scoring(question), least).sorted().toList();
  }

  private Stream<Long> ids(Question question, Scoring scoring, float least) {
    return ranking.best(List.of(asked(question, scoring)), least, papers.size()).stream()
        .flatMap(found -> found.best().stream())
        .map(one -> papers.get(one.place()).id());
  }

  private Answer answer(Asked asked, Found found) {
    List<PaperMatch> best = new ArrayList<>();
    for (Place one : found.best()) {
      PaperText paper = papers.get(one.place());
      Reason reason =
          new QuestionReason(
                  asked.question(), paper, passages(one.place()), one.place(), asked.words())
              .reason(one.passage(), nearestExample(asked.question(), one.place()));
      best.add(new PaperMatch(paper.id(), one.score(), reason));
    }
    return new Answer(found.total(), best);
  }

  // Two threads that come at once make them twice, to the same end.
  private List<String> passages(int place) {
    List<String> known = passages.get(place);
    if (known == null) {
      known = Passages.of(papers.get(place).title(), papers.get(place).summary());
      passages.set(place, known);
    }
    return known;
  }

  private Optional<String> nearestExample(Question question, int place) {
    List<Question.Example> examples = question.examples();
    MeaningIndex known = meanings;
    return known == null || examples.size() < 2
        ? examples.stream().map(Question.Example::name).findFirst()
        : examples.stream()
            .max(Comparator.comparing(example -> known.cosine(example.meaning(), place)))
            .map(Question.Example::name);
  }
}
