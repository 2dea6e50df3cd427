package org.paperround.matching;

import java.util.List;

/**
 * What a query found.
 *
 * @param total how many papers answer it
 * @param best the best of them, by score, then by ascending id
 */
public record Answer(int total, List<PaperMatch> best) {
  public Answer {
    best = List.copyOf(best);
  }
}
