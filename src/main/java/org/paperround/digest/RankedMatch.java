package org.paperround.digest;

import java.util.Comparator;
import org.paperround.matching.Reason;
import org.paperround.paper.AnnouncedPaper;

/** An eligible paper that answers a topic, and how well. */
record RankedMatch(AnnouncedPaper paper, float score, Reason reason) {

  /** Best score, most votes, newest; the identity settles what is still open. */
  static final Comparator<RankedMatch> BEST_FIRST =
      Comparator.comparing(RankedMatch::score)
          .thenComparing(match -> match.paper().votes())
          .thenComparing(match -> match.paper().announcedAt())
          .reversed()
          .thenComparing(match -> match.paper().identifier());

  /** The same with its score multiplied. */
  RankedMatch times(float factor) {
    return factor == 1 ? this : new RankedMatch(paper, score * factor, reason);
  }
}
