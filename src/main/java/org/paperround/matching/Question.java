package org.paperround.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Passages;
import org.paperround.matching.meaning.Vectors;
import org.paperround.topic.query.TextAnalysis;

/**
 * A topic in plain words, or in papers that are given as examples, made ready to be put to any
 * number of indexes. It is immutable.
 *
 * @param words its words, without those that say nothing, and how often each stands in it
 * @param meaning what it means as a vector; null where words alone are compared
 * @param examples the papers it is given by, which do not answer it themselves
 */
public record Question(
    Map<String, Integer> words, @Nullable Vectors meaning, List<Example> examples)
    implements ReadyTopic {

  public Question {
    words = Map.copyOf(words);
    examples = List.copyOf(examples);
  }

  /**
   * A paper that others should be like.
   *
   * @param name its title
   * @param meaning the vector of the whole, and maybe more; {@link Vectors#NONE} if not known
   */
  public record Example(long id, String name, Vectors meaning) {}

  /**
   * The question that a reader put in their own words.
   *
   * @param meanings loads the model, if it is on
   */
  public static Question about(String text, Meanings meanings) {
    return about(text, meanings.isOn() ? vector(text, meanings) : null);
  }

  /** The vector of such a question. */
  static Vectors vector(String text, Meanings meanings) {
    return Vectors.of(meanings.of(List.of(text)));
  }

  /** As {@link #about(String, Meanings)}, where the vector is known. */
  static Question about(String text, @Nullable Vectors meaning) {
    Map<String, Integer> words = new HashMap<>();
    count(text, words);
    return new Question(words, meaning, List.of());
  }

  /**
   * Papers like these.
   *
   * @param texts the examples
   * @param examples the same, in the same order, and what they mean
   */
  public static Question like(List<PaperText> texts, List<Example> examples) {
    Map<String, Integer> words = new HashMap<>();
    texts.forEach(text -> count(Passages.whole(text.title(), text.summary()), words));
    List<float[]> known =
        examples.stream()
            .map(Example::meaning)
            .filter(meaning -> meaning.count() > 0)
            .map(meaning -> meaning.get(0))
            .toList();
    Vectors meaning = known.isEmpty() ? null : Vectors.of(List.of(Vectors.mean(known)));
    return new Question(words, meaning, examples);
  }

  /** Words that only make a question of it, in whose place a paper has nothing. */
  private static final Set<String> ASKING =
      Set.of(
          "how", "what", "which", "who", "whose", "whom", "why", "when", "where", "whether", "do",
          "does", "did", "can", "could", "should", "would", "may", "might");

  private static void count(String text, Map<String, Integer> words) {
    List<String> plain = TextAnalysis.words(text);
    List<String> stems = TextAnalysis.terms(TextAnalysis.STEMMED, text);
    for (int i = 0; i < plain.size(); i++) {
      if (!TextAnalysis.isStopWord(plain.get(i)) && !ASKING.contains(plain.get(i))) {
        words.merge(stems.get(i), 1, Integer::sum);
      }
    }
  }

  /** The papers that do not answer it, for they ask it. */
  Set<Long> exampleIds() {
    Set<Long> ids = new HashSet<>();
    examples.forEach(example -> ids.add(example.id()));
    return ids;
  }
}
