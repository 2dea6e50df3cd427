package org.paperround.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.paperround.matching.WordIndex.Postings;

/** The words of one question, weighed, and where they stand in the papers of one index. */
final class WeighedWords {

  private static final Comparator<Adds> LEAST_FIRST =
      Comparator.comparingDouble(Adds::adds).thenComparing(Adds::stem, Comparator.reverseOrder());

  private final List<WeighedWord> words = new ArrayList<>();
  private final float sum;

  private record WeighedWord(String stem, float weight, Postings postings) {}

  /** What a word adds to the score of a paper, before it is made a share. */
  record Adds(String stem, float adds) {}

  WeighedWords(Question question, WordIndex index, WordStatistics statistics) {
    float all = 0;
    for (Map.Entry<String, Integer> asked : question.words().entrySet()) {
      float weight = statistics.weight(asked.getKey()) * asked.getValue();
      Optional<Postings> postings = index.postings(asked.getKey());
      postings.ifPresent(of -> words.add(new WeighedWord(asked.getKey(), weight, of)));
      all += weight;
    }
    sum = all;
  }

  /** Of each paper, how much of the question's words it has, by weight: 0 to 1. */
  float[] shares(int papers) {
    float[] shares = new float[papers];
    if (sum > 0) {
      words.forEach(word -> word.postings().add(word.weight() / sum, shares));
    }
    return shares;
  }

  /**
   * The words that count most for a paper, the most first.
   *
   * @param most how many at most
   * @param least the part of what all words add that each but the first has to add
   */
  List<Adds> telling(int paper, int most, float least) {
    PriorityQueue<Adds> telling = new PriorityQueue<>(LEAST_FIRST);
    float all = 0;
    for (WeighedWord word : words) {
      float adds = word.weight() * word.postings().share(paper);
      all += adds;
      if (adds > 0 && (telling.size() < most || adds >= telling.element().adds())) {
        telling.add(new Adds(word.stem(), adds));
      }
      if (telling.size() > most) {
        telling.remove();
      }
    }
    List<Adds> best = new ArrayList<>(telling);
    best.sort(LEAST_FIRST.reversed());
    while (best.size() > 1 && best.get(best.size() - 1).adds() < all * least) {
      best.remove(best.size() - 1);
    }
    return best;
  }
}
