package org.paperround.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How common words are among many papers, so that scores say the same on a poor and a rich day. */
public final class WordStatistics {

  private final int papers;
  private final double meanLength;
  private final Map<String, Integer> papersWith;

  private WordStatistics(int papers, double meanLength, Map<String, Integer> papersWith) {
    this.papers = papers;
    this.meanLength = meanLength;
    this.papersWith = papersWith;
  }

  /** Counts the words of papers. */
  public static WordStatistics of(Collection<PaperText> papers) {
    Map<String, Integer> papersWith = new HashMap<>();
    long words = 0;
    for (PaperText paper : papers) {
      PaperWords all = PaperWords.of(paper);
      words += all.count();
      all.byStem().keySet().forEach(word -> papersWith.merge(word, 1, Integer::sum));
    }
    return new WordStatistics(
        papers.size(), papers.isEmpty() ? 1 : (double) words / papers.size(), papersWith);
  }

  /** What it says of a paper to hold this word; BM25's inverse document frequency. */
  float weight(String word) {
    int with = papersWith.getOrDefault(word, 0);
    return (float) Math.log(1 + (papers - with + 0.5) / (with + 0.5));
  }

  /** How long a paper is against others. */
  double relativeLength(int words) {
    return words / meanLength;
  }
}
