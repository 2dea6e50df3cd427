package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.meaning.Meanings;
import org.paperround.matching.meaning.Vectors;
import org.paperround.topic.catalogue.Catalogue;

/**
 * How much nearer than usual a paper has to be to a question, because of what is asked. What is
 * near to the names of all fields of research together is near to every paper. What is far from
 * them is narrow, and papers of its field alone are not what is meant. And papers are nearer to
 * papers than to what readers write. Without this a question on a field that is not among the
 * papers draws more than one on a field that is. The numbers are the model's, found on recorded
 * listings: bench/README.md, "Silence".
 */
@ApplicationScoped
public class Breadth {

  /**
   * As near to the fields together is the median of queries to a library, in a collection of them.
   */
  private static final double USUAL = 0.71;

  private static final double OF_NARROW = 0.3;

  private static final double OF_PAPERS = 0.09;

  private final Meanings meanings;
  private final Catalogue catalogue;
  private volatile float @Nullable [] fields;

  public Breadth(Meanings meanings, Catalogue catalogue) {
    this.meanings = meanings;
    this.catalogue = catalogue;
  }

  /**
   * By how much a paper has to be nearer to a question than usual, as a cosine; at least 0.
   *
   * @param meaning the question's
   */
  double extra(Question question, float[] meaning) {
    double broader = VectorUtil.dotProduct(meaning, fields()) - USUAL;
    return Math.max(broader, -OF_NARROW * broader)
        + (question.examples().isEmpty() ? 0 : OF_PAPERS);
  }

  /**
   * Has the model read the names of the fields, the first time, which takes a second or two.
   *
   * @throws RuntimeException if it cannot
   */
  void prepare() {
    fields();
  }

  private float[] fields() {
    float[] known = fields;
    if (known == null) {
      // One by one, for many would wait in the model's queue. Two threads that come at once do it
      // twice, to the same end.
      List<float[]> names =
          catalogue.categories().stream()
              .map(category -> meanings.of(List.of(category.name())).get(0))
              .toList();
      known = Vectors.mean(names);
      fields = known;
    }
    return known;
  }
}
