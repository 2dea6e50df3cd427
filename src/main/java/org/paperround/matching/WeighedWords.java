package org.paperround.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paperround.matching.PaperWords.Word;
import org.paperround.matching.WordIndex.Postings;

/** The words of one question, weighed, and where they stand in the papers of one index. */
final class WeighedWords {

  private final List<WeighedWord> words = new ArrayList<>();
  private final float sum;

  private record WeighedWord(float weight, Postings postings) {}

  WeighedWords(Question question, WordIndex index, WordStatistics statistics) {
    float all = 0;
    // In one order on every machine, so that sums are rounded alike.
    for (Map.Entry<String, Integer> asked : new TreeMap<>(question.words()).entrySet()) {
      float weight = statistics.weight(asked.getKey()) * asked.getValue();
      Optional<Postings> postings = index.postings(asked.getKey());
      postings.ifPresent(of -> words.add(new WeighedWord(weight, of)));
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
  List<Word> telling(int paper, int most, float least) {
    float[] adds = new float[words.size()];
    int[] places = new int[adds.length];
    float all = 0;
    for (int i = 0; i < adds.length; i++) {
      Postings postings = words.get(i).postings();
      places[i] = postings.place(paper);
      adds[i] = places[i] < 0 ? 0 : words.get(i).weight() * postings.share(places[i]);
      all += adds[i];
    }
    List<Word> telling = new ArrayList<>(most);
    int next = greatest(adds);
    while (telling.size() < most && next >= 0 && (telling.isEmpty() || adds[next] >= all * least)) {
      telling.add(words.get(next).postings().word(places[next]));
      adds[next] = 0;
      next = greatest(adds);
    }
    return telling;
  }

  /** The place of the greatest, the first of equals; -1 if all are 0. */
  private static int greatest(float[] values) {
    int greatest = -1;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > (greatest < 0 ? 0 : values[greatest])) {
        greatest = i;
      }
    }
    return greatest;
  }
}
