package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What the rooms above ask of matching. */
@ApplicationScoped
public class Matching {

  private final MatchingWork work;
  private final MatchStore store;

  Matching(MatchingWork work, MatchStore store) {
    this.work = work;
    this.store = store;
  }

  /** Matches whatever has not been matched yet; returns when all that was asked so far is done. */
  public void catchUp() {
    work.catchUp();
  }

  /**
   * Forgets what was found on the oldest day before this one, for some topics.
   *
   * @param most how many topics at most
   * @return how many rows went; 0 when there is nothing older
   */
  public int retire(LocalDate before, int most) {
    return store.retire(before, most);
  }

  /** The matches of these topics among papers announced on these days, both ends included. */
  public List<MatchedPaper> of(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return store.of(topicIds, from, to);
  }
}
