package org.paperround.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperround.topic.query.TextAnalysis;

/**
 * The words of titles and abstracts, by which questions in plain words find papers: BM25 over both
 * parts together.
 */
final class WordIndex {

  /** How soon more of the same word says nothing more, and how much long papers are marked down. */
  private static final double K1 = 0.9;

  private static final double B = 0.4;

  private final Map<String, Postings> postings = new HashMap<>();

  WordIndex(List<PaperText> papers, WordStatistics statistics) {
    for (int paper = 0; paper < papers.size(); paper++) {
      List<String> words = TextAnalysis.terms(TextAnalysis.STEMMED, text(papers.get(paper)));
      double norm = K1 * (1 - B + B * statistics.relativeLength(words.size()));
      Map<String, Integer> times = new HashMap<>();
      words.forEach(word -> times.merge(word, 1, Integer::sum));
      for (Map.Entry<String, Integer> word : times.entrySet()) {
        double share = word.getValue() / (word.getValue() + norm);
        postings.computeIfAbsent(word.getKey(), key -> new Postings()).add(paper, (float) share);
      }
    }
  }

  static String text(PaperText paper) {
    return paper.title() + "\n" + paper.summary();
  }

  /** The papers with a word, if there are any. */
  Optional<Postings> postings(String word) {
    return Optional.ofNullable(postings.get(word));
  }

  /** Papers with a word, ascending. */
  static final class Postings {
    private int[] papers = new int[4];
    private float[] shares = new float[4];
    private int count;

    /** Adds to the score of each of these papers. */
    void add(float weight, float[] scores) {
      for (int i = 0; i < count; i++) {
        scores[papers[i]] += weight * shares[i];
      }
    }

    /** What the word adds for a paper, at a weight of 1: from 0 to 1. */
    float share(int paper) {
      int place = Arrays.binarySearch(papers, 0, count, paper);
      return place < 0 ? 0 : shares[place];
    }

    private void add(int paper, float share) {
      if (count == papers.length) {
        papers = Arrays.copyOf(papers, 2 * count);
        shares = Arrays.copyOf(shares, 2 * count);
      }
      papers[count] = paper;
      shares[count] = share;
      count++;
    }
  }
}
