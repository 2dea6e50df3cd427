package org.paperround.matching;

/**
 * How nearness in meaning and common words make one score, and what that score says. The numbers
 * were found on the training queries of a public collection: bench/README.md, "Relevance".
 *
 * @param meaning what nearness counts: the cosine of the whole paper and, less, that of its nearest
 *     passage
 * @param words what the share of the question's words counts that the paper has, each by its weight
 * @param nothing the sum of both that an unrelated paper reaches: a score of 0
 * @param same the sum that hardly any paper reaches: a score of 1
 */
public record Scoring(double meaning, double words, double nothing, double same) {

  /** By words alone. */
  public static final Scoring WORDS = new Scoring(0, 1, 0, 0.68);

  /** By meaning alone. */
  public static final Scoring MEANING = new Scoring(1, 0, 0.5, 0.9);

  /** By both. */
  public static final Scoring BOTH = new Scoring(1, 0.2, 0.49, 0.89);

  private static final double OF_PASSAGE = 0.3;

  /** So much nearer than the whole is hardly any passage. */
  private static final double NEARER = 0.15;

  /** The same where so much more is needed for every score. */
  Scoring harder(double by) {
    return new Scoring(meaning, words, nothing + by, same + by);
  }

  /** The score, from 0 to 1 for all but freaks. */
  float score(double cosine, double share) {
    return (float) ((meaning * cosine + words * share - nothing) / (same - nothing));
  }

  /** Nearness by the cosines of the whole and of its nearest passage. */
  static double nearness(double whole, double passage) {
    return (1 - OF_PASSAGE) * whole + OF_PASSAGE * passage;
  }

  /** By how much a passage can raise the score that the whole alone would have. */
  double mostByPassage() {
    return OF_PASSAGE * NEARER * meaning / (same - nothing);
  }
}
