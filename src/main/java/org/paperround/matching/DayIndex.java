package org.paperround.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The papers of one day, ready for topics of every kind, from any number of threads. */
public final class DayIndex implements AutoCloseable {

  /** How many matches of one query on one day are kept. */
  private static final int MOST_OF_A_QUERY = 200;

  /**
   * Likewise of a question, whose matches grow weaker one by one; 30 a week are the most wanted.
   */
  private static final int MOST_OF_A_QUESTION = 20;

  /** So many topics at most are put to the papers together: see {@link Ranking}. */
  private static final int MOST_TOGETHER = 150;

  /** In so many blocks for each processor, so that none is idle for long at the end. */
  private static final int BLOCKS = 2;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final PaperIndex queries;
  private final Supplier<QuestionIndex> indexing;
  private final BooleanSupplier meaningsCame;
  private @Nullable QuestionIndex questions;

  /**
   * @param indexing makes the same papers ready for questions, when the first of them comes
   */
  public DayIndex(PaperIndex queries, Supplier<QuestionIndex> indexing) {
    this(queries, indexing, () -> false);
  }

  /**
   * @param meaningsCame whether an index that knew no meanings would know them now
   */
  DayIndex(PaperIndex queries, Supplier<QuestionIndex> indexing, BooleanSupplier meaningsCame) {
    this.queries = queries;
    this.indexing = indexing;
    this.meaningsCame = meaningsCame;
  }

  /** What answers a topic: as much of it as is ever kept. */
  public Answer answer(ReadyTopic topic) {
    return answer(topic, Integer.MAX_VALUE);
  }

  /**
   * What answers a topic.
   *
   * @param most how many of the best to return, if that is less than is ever kept
   */
  Answer answer(ReadyTopic topic, int most) {
    if (topic instanceof CompiledQuery query) {
      return queries.search(query, Math.min(most, MOST_OF_A_QUERY));
    }
    return questions()
        .search((Question) topic, Strengths.LEAST, Math.min(most, MOST_OF_A_QUESTION));
  }

  /**
   * What answers each of some topics, in the same order: as much as is ever kept. All processors
   * work on it.
   */
  public List<Answer> answers(List<ReadyTopic> topics) {
    // Here, so that no processor waits for another that does it.
    prepare(topics);
    int together = Math.min(MOST_TOGETHER, 1 + topics.size() / (BLOCKS * PROCESSORS));
    Answer[] answers = new Answer[topics.size()];
    IntStream.rangeClosed(0, topics.size() / together)
        .parallel()
        .map(block -> block * together)
        .forEach(from -> answer(topics, from, Math.min(from + together, answers.length), answers));
    return List.of(answers);
  }

  /** Makes the papers ready for these topics. Where that fails no topic is to blame. */
  void prepare(Collection<ReadyTopic> topics) {
    if (topics.stream().anyMatch(Question.class::isInstance)) {
      questions();
    }
  }

  private void answer(List<ReadyTopic> topics, int from, int to, Answer[] answers) {
    List<Question> asked = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (topics.get(i) instanceof Question question) {
        asked.add(question);
        places.add(i);
      } else {
        answers[i] = answer(topics.get(i));
      }
    }
    if (!asked.isEmpty()) {
      List<Answer> found = questions().search(asked, Strengths.LEAST, MOST_OF_A_QUESTION);
      for (int i = 0; i < found.size(); i++) {
        answers[places.get(i)] = found.get(i);
      }
    }
  }

  /** The ids of all papers that whoever mutes a topic does not want, ascending. */
  List<Long> muted(ReadyTopic topic) {
    return topic instanceof CompiledQuery query
        ? queries.ids(query)
        : questions().ids((Question) topic, Strengths.MUTED);
  }

  /** Whether questions are compared by meaning here, not by words alone. */
  boolean knowsMeanings() {
    return questions().knowsMeanings();
  }

  /** The index that queries are put to. */
  PaperIndex queries() {
    return queries;
  }

  private synchronized QuestionIndex questions() {
    QuestionIndex known = questions;
    if (known == null || !known.knowsMeanings() && meaningsCame.getAsBoolean()) {
      known = indexing.get();
      questions = known;
    }
    return known;
  }

  @Override
  public void close() {
    queries.close();
  }
}
