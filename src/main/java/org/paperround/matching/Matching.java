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
  private final MatchReader reader;

  Matching(MatchingWork work, MatchStore store, MatchReader reader) {
    this.work = work;
    this.store = store;
    this.reader = reader;
  }

  /** Matches whatever has not been matched yet; returns when all that was asked so far is done. */
  public void catchUp() {
    work.catchUp();
  }

  /**
   * Forgets matches and counts of the oldest day before this one, of some topics.
   *
   * @param most how many topics at most
   * @return how many rows went; 0 when there is nothing older
   */
  public int retire(LocalDate before, int most) {
    return store.retire(before, most);
  }

  /** The matches of these topics among papers announced on these days, both ends included. */
  public List<MatchedPaper> of(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return reader.of(topicIds, from, to);
  }
}
