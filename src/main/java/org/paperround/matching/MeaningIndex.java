package org.paperround.matching;

import java.util.List;
import org.paperround.matching.meaning.Vectors;

/** The meanings of some papers, side by side, so that a question meets all of them in one go. */
final class MeaningIndex {

  /**
   * So many papers are compared with one question after the other: they stay near the processor.
   */
  private static final int TILE = 256;

  private static final int LANES = 96;

  private final int size;

  /** For each dimension the values of all papers: the inner loop then runs over papers. */
  private final float[][] whole;

  private final float[][][] passages;

  /**
   * @param papers of each the vector of the whole, then those of its passages; none where it is not
   *     known
   */
  MeaningIndex(List<Vectors> papers) {
    size = papers.size();
    whole = new float[Vectors.DIMENSIONS][size];
    passages = new float[size][][];
    for (int paper = 0; paper < size; paper++) {
      Vectors vectors = papers.get(paper);
      int count = Math.max(0, vectors.count() - 1);
      passages[paper] = new float[count][];
      for (int i = 0; i < count; i++) {
        passages[paper][i] = vectors.get(i + 1);
      }
      if (vectors.count() > 0) {
        float[] vector = vectors.get(0);
        for (int d = 0; d < Vectors.DIMENSIONS; d++) {
          whole[d][paper] = vector[d];
        }
      }
    }
  }

  /** The cosine of each of some questions with each paper as a whole; 0 if it is not known. */
  float[][] whole(List<float[]> questions) {
    float[][] cosines = new float[questions.size()][size];
    for (int from = 0; from < size; from += TILE) {
      int to = Math.min(from + TILE, size);
      for (int i = 0; i < cosines.length; i++) {
        float[] question = questions.get(i);
        for (int d = 0; d < Vectors.DIMENSIONS; d += 4) {
          add(question, d, from, to, cosines[i]);
        }
      }
    }
    return cosines;
  }

  // By itself, so that the compiler makes vector instructions of it; four dimensions at a time, for
  // reading and writing the sums takes longer than to multiply.
  private void add(float[] question, int dimension, int from, int to, float[] sums) {
    float ofA = question[dimension];
    float ofB = question[dimension + 1];
    float ofC = question[dimension + 2];
    float ofD = question[dimension + 3];
    float[] a = whole[dimension];
    float[] b = whole[dimension + 1];
    float[] c = whole[dimension + 2];
    float[] d = whole[dimension + 3];
    for (int paper = from; paper < to; paper++) {
      sums[paper] += ofA * a[paper] + ofB * b[paper] + ofC * c[paper] + ofD * d[paper];
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

  /** The passage of a paper that is nearest to a question; -1 and 0 if there is none. */
  Nearest nearest(float[] question, int paper) {
    int best = -1;
    float cosine = 0;
    float[] sums = new float[LANES];
    for (int i = 0; i < passages[paper].length; i++) {
      float of = dotProduct(question, passages[paper][i], sums);
      if (best < 0 || of > cosine) {
        best = i;
        cosine = of;
      }
    }
    return new Nearest(best, cosine);
  }

  // By hand, for Lucene's rounds as each processor does, and Java 17 makes no vector instructions
  // of
  // it.
  private static float dotProduct(float[] a, float[] b, float[] sums) {
    for (int i = 0; i < LANES; i++) {
      sums[i] =
          a[i] * b[i]
              + a[i + LANES] * b[i + LANES]
              + a[i + 2 * LANES] * b[i + 2 * LANES]
              + a[i + 3 * LANES] * b[i + 3 * LANES];
    }
    float one = 0;
    float two = 0;
    float three = 0;
    float four = 0;
    for (int i = 0; i < LANES; i += 4) {
      one += sums[i];
      two += sums[i + 1];
      three += sums[i + 2];
      four += sums[i + 3];
    }
    return one + two + three + four;
  }
}
