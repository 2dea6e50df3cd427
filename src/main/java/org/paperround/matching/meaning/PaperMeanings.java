package org.paperround.matching.meaning;

import java.util.ArrayList;
import java.util.List;

/** Makes the vectors of papers: of each the whole, then its {@link Passages}. */
public final class PaperMeanings {

  private PaperMeanings() {}

  /** What of a paper has a meaning. */
  public record Text(String title, String summary) {}

  /** The vectors of some papers, in the same order. */
  public static List<Vectors> of(List<Text> papers, Meanings meanings) {
    List<String> texts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (Text paper : papers) {
      texts.add(Passages.whole(paper.title(), paper.summary()));
      texts.addAll(Passages.of(paper.title(), paper.summary()));
      ends.add(texts.size());
    }
    List<float[]> all = meanings.of(texts);
    List<Vectors> vectors = new ArrayList<>();
    int start = 0;
    for (int end : ends) {
      vectors.add(Vectors.of(all.subList(start, end)));
      start = end;
    }
    return vectors;
  }
}
