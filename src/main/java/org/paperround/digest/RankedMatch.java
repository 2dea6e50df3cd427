package org.paperround.digest;

import java.util.Comparator;
import org.paperround.matching.Reason;
import org.paperround.paper.AnnouncedPaper;

/** An eligible paper that answers a topic, and how well. */
record RankedMatch(AnnouncedPaper paper, float score, Reason reason) {

  /** Scores nearer than this are as good as equal. */
  private static final float NEAR = 0.01f;

  /** Best score, of near ones most votes, newest; the identity settles what is still open. */
  static final Comparator<RankedMatch> BEST_FIRST =
      Comparator.comparing(RankedMatch::step)
          .thenComparing(match -> match.paper().votes())
          .thenComparing(match -> match.paper().announcedAt())
          .reversed()
          .thenComparing(match -> match.paper().identifier());

  /** The same with its score multiplied. */
  RankedMatch times(float factor) {
    return factor == 1 ? this : new RankedMatch(paper, score * factor, reason);
  }

  private int step() {
    return Math.round(score / NEAR);
  }
}
