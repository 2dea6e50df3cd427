package org.paperround.matching;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The papers of one day, ready for topics of every kind, from any number of threads. */
public final class DayIndex implements AutoCloseable {

  /** How many matches of one query on one day are kept. */
  private static final int MOST_OF_A_QUERY = 200;

  /** Likewise of a question, whose matches grow weaker one by one. */
  private static final int MOST_OF_A_QUESTION = 30;

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
