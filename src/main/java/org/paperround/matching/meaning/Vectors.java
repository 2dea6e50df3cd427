package org.paperround.matching.meaning;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * Vectors of one length, kept in a byte for each dimension: to compare meanings that is as good as
 * floats.
 *
 * @param packed one behind the other, each a scale as a float, then its dimensions as signed bytes
 *     that are multiples of it
 */
public record Vectors(byte[] packed) {

  /** The dimensions of the models that are used here. */
  public static final int DIMENSIONS = 384;

  private static final int EACH = Float.BYTES + DIMENSIONS;

  /** None. */
  public static final Vectors NONE = new Vectors(new byte[0]);

  /**
   * Packs vectors, made one long.
   *
   * @throws IllegalArgumentException if one has another number of dimensions
   */
  public static Vectors of(List<float[]> vectors) {
    ByteBuffer packed = ByteBuffer.allocate(EACH * vectors.size());
    for (float[] vector : vectors) {
      if (vector.length != DIMENSIONS) {
        throw new IllegalArgumentException("A vector has " + vector.length + " dimensions");
      }
      float[] unit = VectorUtil.l2normalize(vector.clone(), false);
      float largest = 0;
      for (float value : unit) {
        largest = Math.max(largest, Math.abs(value));
      }
      float scale = Math.max(largest, Float.MIN_NORMAL) / Byte.MAX_VALUE;
      packed.putFloat(scale);
      for (float value : unit) {
        packed.put((byte) Math.round(value / scale));
      }
    }
    return new Vectors(packed.array());
  }

  /** How many there are. */
  public int count() {
    return packed.length / EACH;
  }

  /** One of them. */
  public float[] get(int index) {
    ByteBuffer one = ByteBuffer.wrap(packed, index * EACH, EACH);
    float scale = one.getFloat();
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = one.get() * scale;
    }
    return vector;
  }

  /** The mean of some vectors, made one long. */
  public static float[] mean(List<float[]> vectors) {
    float[] mean = new float[DIMENSIONS];
    for (float[] vector : vectors) {
      for (int i = 0; i < DIMENSIONS; i++) {
        mean[i] += vector[i];
      }
    }
    return VectorUtil.l2normalize(mean, false);
  }
}
