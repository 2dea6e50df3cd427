package org.paperround.digest;

import java.util.List;
import org.paperround.matching.MatchedPaper;

/** How well papers answer one topic; many of these are kept, so each is two arrays. */
@SuppressWarnings("ArrayRecordComponent")
record PaperScores(long[] papers, float[] scores) {

  static PaperScores of(List<MatchedPaper> matches) {
    PaperScores made = new PaperScores(new long[matches.size()], new float[matches.size()]);
    for (int i = 0; i < matches.size(); i++) {
      made.papers[i] = matches.get(i).paperId();
      made.scores[i] = matches.get(i).score();
    }
    return made;
  }

  int size() {
    return papers.length;
  }
}
