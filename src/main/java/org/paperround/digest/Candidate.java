package org.paperround.digest;

import java.util.Comparator;
import java.util.List;
import org.paperround.matching.MatchedPaper;
import org.paperround.paper.Paper;

/**
 * A paper that answers at least one topic of a reader.
 *
 * @param matches one for each topic it answers, best first
 */
record Candidate(Paper paper, List<MatchedPaper> matches) {

  /** Best score, most votes, newest; the identity settles what is still open. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate c) -> c.best().score())
          .thenComparing(c -> c.paper().votes())
          .thenComparing(c -> c.paper().announcedAt())
          .reversed()
          .thenComparing(c -> c.paper().identifier().value());

  MatchedPaper best() {
    return matches.get(0);
  }
}
