package org.paperround.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperround.matching.PaperWords.Word;

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
      PaperWords words = PaperWords.of(papers.get(paper));
      double norm = K1 * (1 - B + B * statistics.relativeLength(words.count()));
      for (Map.Entry<String, Word> word : words.byStem().entrySet()) {
        int times = word.getValue().times();
        float share = (float) (times / (times + norm));
        postings
            .computeIfAbsent(word.getKey(), key -> new Postings())
            .add(paper, share, word.getValue());
      }
    }
  }

  /** The papers with a word, if there are any. */
  Optional<Postings> postings(String word) {
    return Optional.ofNullable(postings.get(word));
  }

  /** Papers with a word, ascending. */
  static final class Postings {
    private int[] papers = new int[4];
    private float[] shares = new float[4];
    private Word[] words = new Word[4];
    private int count;

    /** Adds to the score of each of these papers. */
    void add(float weight, float[] scores) {
      for (int i = 0; i < count; i++) {
        scores[papers[i]] += weight * shares[i];
      }
    }

    /** The place of a paper among these; negative if it has not the word. */
    int place(int paper) {
      return Arrays.binarySearch(papers, 0, count, paper);
    }

    /** What the word adds for the paper in this place, at a weight of 1: from 0 to 1. */
    float share(int place) {
      return shares[place];
    }

    /** Where the word stands in the paper in this place. */
    Word word(int place) {
      return words[place];
    }

    private void add(int paper, float share, Word word) {
      if (count == papers.length) {
        papers = Arrays.copyOf(papers, 2 * count);
        shares = Arrays.copyOf(shares, 2 * count);
        words = Arrays.copyOf(words, 2 * count);
      }
      papers[count] = paper;
      shares[count] = share;
      words[count] = word;
      count++;
    }
  }
}
