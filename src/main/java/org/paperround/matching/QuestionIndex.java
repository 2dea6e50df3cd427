package org.paperround.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.meaning.Vectors;

/**
 * Papers held in memory for questions in plain words to be put to them, from any number of threads.
 * A score depends on the paper, the question and the statistics alone, not on the other papers.
 */
public final class QuestionIndex {

  /** So many for each one wanted are looked at passage by passage. */
  private static final int LOOKED_AT = 2;

  // By hand: the scores of hundreds of papers are compared for each of many thousand questions.
  private static final Comparator<Found> BEST_FIRST =
      (one, other) -> {
        int better = Float.compare(other.score(), one.score());
        return better != 0 ? better : Long.compare(one.id(), other.id());
      };

  private final List<PaperText> papers;
  private final WordIndex words;
  private final @Nullable MeaningIndex meanings;
  private final WordStatistics statistics;
  private final AtomicReferenceArray<ReadPaper> read;

  private QuestionIndex(
      List<PaperText> papers, @Nullable MeaningIndex meanings, WordStatistics statistics) {
    this.papers = papers;
    this.words = new WordIndex(papers, statistics);
    this.meanings = meanings;
    this.statistics = statistics;
    this.read = new AtomicReferenceArray<>(papers.size());
  }

  /**
   * Indexes papers by words alone.
   *
   * @param statistics of papers like these
   */
  public static QuestionIndex of(List<PaperText> papers, WordStatistics statistics) {
    return new QuestionIndex(List.copyOf(papers), null, statistics);
  }

  /**
   * Indexes papers by words and meaning.
   *
   * @param meanings of each paper the vector of the whole, then those of its passages
   * @param statistics of papers like these
   */
  public static QuestionIndex of(
      List<PaperText> papers, List<Vectors> meanings, WordStatistics statistics) {
    return new QuestionIndex(List.copyOf(papers), new MeaningIndex(meanings), statistics);
  }

  /**
   * The papers that answer a question, by score, then by ascending id. Words alone decide where the
   * question or the index knows no meanings.
   *
   * @param least the score from which on a paper answers
   * @param most how many of them to return; all are counted
   */
  public Answer search(Question question, float least, int most) {
    return search(question, scoring(question), least, most);
  }

  /** Whether meanings are compared, not words alone. */
  boolean knowsMeanings() {
    return meanings != null;
  }

  private Scoring scoring(Question question) {
    return meanings != null && question.meaning() != null ? Scoring.BOTH : Scoring.WORDS;
  }

  /** The ids of all papers, best first, by whatever scoring; for measuring. */
  public List<Long> ranking(Question question, Scoring scoring) {
    return found(question, Float.NEGATIVE_INFINITY, scoring).stream().map(Found::id).toList();
  }

  private Answer search(Question question, Scoring scoring, float least, int most) {
    WeighedWords weighed = new WeighedWords(question, words, statistics);
    List<Found> found = found(question, weighed, scoring, least, most);
    List<PaperMatch> best = new ArrayList<>();
    for (Found one : found.subList(0, Math.min(most, found.size()))) {
      Reason reason =
          new QuestionReason(
                  question, papers.get(one.place()), read(one.place()), one.place(), weighed)
              .reason(one.passage(), nearestExample(question, one.place()));
      best.add(new PaperMatch(one.id(), one.score(), reason));
    }
    return new Answer(found.size(), best);
  }

  // Two threads that come at once read it twice, to the same end.
  private ReadPaper read(int place) {
    ReadPaper known = read.get(place);
    if (known == null) {
      known = ReadPaper.of(papers.get(place));
      read.set(place, known);
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

  /** The ids of all papers that answer a question, ascending. */
  public List<Long> ids(Question question, float least) {
    return found(question, least, scoring(question)).stream().map(Found::id).sorted().toList();
  }

  private record Found(long id, int place, float score, int passage) {}

  private List<Found> found(Question question, float least, Scoring scoring) {
    WeighedWords weighed = new WeighedWords(question, words, statistics);
    return found(question, weighed, scoring, least, papers.size());
  }

  private List<Found> found(
      Question question, WeighedWords weighed, Scoring scoring, float least, int most) {
    float[] shares = weighed.shares(papers.size());
    Vectors asked = scoring.meaning() == 0 ? null : question.meaning();
    MeaningIndex known = asked == null ? null : meanings;
    float[] cosines = known == null || asked == null ? null : known.whole(asked.get(0));
    Set<Long> examples = question.exampleIds();
    List<Found> first = new ArrayList<>();
    double more = cosines == null ? 0 : scoring.mostByPassage();
    for (int place = 0; place < papers.size(); place++) {
      float score = scoring.score(cosines == null ? 0 : cosines[place], shares[place]);
      long id = papers.get(place).id();
      if (score + more >= least && !examples.contains(id)) {
        first.add(new Found(id, place, score, -1));
      }
    }
    first.sort(BEST_FIRST);
    if (known == null || asked == null || cosines == null) {
      return first;
    }
    byte[] dimensions = asked.dimensions(0);
    float scale = asked.scale(0);
    List<Found> found = new ArrayList<>();
    long looked = Math.min(first.size(), (long) most * LOOKED_AT);
    for (Found one : first.subList(0, (int) looked)) {
      MeaningIndex.Nearest nearest = known.nearest(dimensions, scale, one.place());
      double nearness = Scoring.nearness(cosines[one.place()], nearest.cosine());
      float score = scoring.score(nearness, shares[one.place()]);
      if (score >= least) {
        found.add(new Found(one.id(), one.place(), score, nearest.passage()));
      }
    }
    found.sort(BEST_FIRST);
    return found;
  }
}
