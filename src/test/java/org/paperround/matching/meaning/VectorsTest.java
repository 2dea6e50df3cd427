package org.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class VectorsTest {

  private static final Random DICE = new Random(7);

  private static float[] vector() {
    float[] vector = new float[Vectors.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) DICE.nextGaussian();
    }
    return vector;
  }

  @Test
  void packedVectorsKeepTheirAngles() {
    for (int round = 0; round < 100; round++) {
      float[] one = vector();
      float[] other = vector();
      Vectors packed = Vectors.of(List.of(one, other));

      assertThat(packed.count()).isEqualTo(2);
      assertThat(packed.packed()).hasSize(2 * (4 + Vectors.DIMENSIONS));
      assertThat(VectorUtil.dotProduct(packed.get(0), packed.get(1)))
          .isCloseTo(VectorUtil.cosine(one, other), within(0.005f));
    }
  }

  @Test
  void theMeanOfVectorsLiesBetweenThem() {
    float[] one = VectorUtil.l2normalize(vector());
    float[] other = VectorUtil.l2normalize(vector());

    float[] mean = Vectors.mean(List.of(one, other));

    assertThat(VectorUtil.dotProduct(mean, one))
        .isCloseTo(VectorUtil.dotProduct(mean, other), within(0.0001f))
        .isGreaterThan(VectorUtil.dotProduct(one, other));
    assertThat(VectorUtil.dotProduct(mean, mean)).isCloseTo(1, within(0.0001f));
  }

  @Test
  void aVectorOfNothingPacks() {
    assertThat(Vectors.of(List.of(new float[Vectors.DIMENSIONS])).get(0)).containsOnly(0);
  }

  @Test
  void aVectorOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> Vectors.of(List.of(new float[3])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
