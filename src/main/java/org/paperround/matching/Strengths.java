package org.paperround.matching;

import java.util.Comparator;
import java.util.List;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;

/**
 * How well a paper must answer a topic for a reader who wants few, a normal number or many. A query
 * is answered or not, so of those only the reader who wants few gets less than all. Of topics that
 * are matched by meaning nobody gets what is weak, however poor a day is, and on rich days the
 * number in a week stays about what was wanted. docs/matching.md shows what the numbers do.
 */
public final class Strengths {

  /** The score from which on a paper answers a question at all. */
  static final float LEAST = 0.4f;

  /** The score from which on whoever mutes a question does not want a paper. */
  static final float MUTED = 0.62f;

  private static final int DAYS_OF_A_WEEK = 7;

  private Strengths() {}

  /**
   * The lowest score that is wanted.
   *
   * @param scores of all papers that answered the topic lately, in any order
   * @param days how many days they were announced in, today counted in
   */
  public static float least(TopicKind kind, Strength strength, List<Float> scores, int days) {
    if (kind == TopicKind.QUERY) {
      return isAll(kind, strength) ? 0 : 0.75f;
    }
    float floor =
        switch (strength) {
          case FEW -> 0.55f;
          case NORMAL -> 0.5f;
          case MANY -> LEAST;
        };
    int wanted = Math.max(1, perWeek(strength) * days / DAYS_OF_A_WEEK);
    if (scores.size() <= wanted) {
      return floor;
    }
    List<Float> best = scores.stream().sorted(Comparator.reverseOrder()).toList();
    return Math.max(floor, best.get(wanted - 1));
  }

  /** Whether at this strength all that answers is wanted. */
  public static boolean isAll(TopicKind kind, Strength strength) {
    return kind == TopicKind.QUERY && strength != Strength.FEW;
  }

  /** About how many papers a week of one topic matched by meaning are wanted. */
  public static int perWeek(Strength strength) {
    return switch (strength) {
      case FEW -> 3;
      case NORMAL -> 10;
      case MANY -> 30;
    };
  }
}
