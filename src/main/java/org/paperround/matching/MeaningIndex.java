package org.paperround.matching;

import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.paperround.matching.meaning.Vectors;

/** The meanings of some papers, side by side, so that a question meets all of them in one go. */
final class MeaningIndex {

  private final int size;

  /** For each dimension the values of all papers: the inner loop then runs over papers. */
  private final float[][] whole;

  private final byte[][][] passages;
  private final float[][] scales;

  /**
   * @param papers of each the vector of the whole, then those of its passages; none where it is not
   *     known
   */
  MeaningIndex(List<Vectors> papers) {
    size = papers.size();
    whole = new float[Vectors.DIMENSIONS][size];
    passages = new byte[size][][];
    scales = new float[size][];
    for (int paper = 0; paper < size; paper++) {
      Vectors vectors = papers.get(paper);
      int count = Math.max(0, vectors.count() - 1);
      passages[paper] = new byte[count][];
      scales[paper] = new float[count];
      for (int i = 0; i < count; i++) {
        passages[paper][i] = vectors.dimensions(i + 1);
        scales[paper][i] = vectors.scale(i + 1);
      }
      if (vectors.count() > 0) {
        float[] vector = vectors.get(0);
        for (int d = 0; d < Vectors.DIMENSIONS; d++) {
          whole[d][paper] = vector[d];
        }
      }
    }
  }

  /** The cosine of a question with each paper as a whole; 0 for a paper that is not known. */
  float[] whole(float[] question) {
    float[] cosines = new float[size];
    for (int d = 0; d < Vectors.DIMENSIONS; d++) {
      add(question[d], whole[d], cosines);
    }
    return cosines;
  }

  // By itself, so that the compiler makes vector instructions of it.
  private static void add(float factor, float[] values, float[] sums) {
    for (int paper = 0; paper < sums.length; paper++) {
      sums[paper] += factor * values[paper];
    }
  }

  /** The cosine of the first of some vectors with a paper as a whole; 0 if there is none. */
  float cosine(Vectors vectors, int paper) {
    float cosine = 0;
    if (vectors.count() > 0) {
      float[] first = vectors.get(0);
      for (int d = 0; d < first.length; d++) {
        cosine += first[d] * whole[d][paper];
      }
    }
    return cosine;
  }

  /** A passage of a paper, by its place, and its cosine with the question. */
  record Nearest(int passage, float cosine) {}

  /**
   * The passage of a paper that is nearest to a question; -1 and 0 if there is none.
   *
   * @param question its dimensions, to be multiplied by the scale
   */
  Nearest nearest(byte[] question, float scale, int paper) {
    int best = -1;
    float cosine = 0;
    for (int i = 0; i < passages[paper].length; i++) {
      int product = VectorUtil.dotProduct(question, passages[paper][i]);
      float of = product * scales[paper][i] * scale;
      if (best < 0 || of > cosine) {
        best = i;
        cosine = of;
      }
    }
    return new Nearest(best, cosine);
  }
}
