package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the rooms above ask of matching. */
@ApplicationScoped
public class Matching {

  private final MatchingWork work;
  private final MatchingRequests requests;
  private final MatchStore store;
  private final MuteStore mutes;
  private final MeaningStore meanings;

  Matching(
      MatchingWork work,
      MatchingRequests requests,
      MatchStore store,
      MuteStore mutes,
      MeaningStore meanings) {
    this.work = work;
    this.requests = requests;
    this.store = store;
    this.mutes = mutes;
    this.meanings = meanings;
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
    return store.retire(before, most) + mutes.retire(before, most) + meanings.retire(before, most);
  }

  /** Forgets all that was found for these topics, and what they mean. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(Collection<Long> topicIds) {
    store.forget(topicIds);
    mutes.forget(topicIds);
    meanings.forget(topicIds);
  }

  /** The matches of these topics among papers announced on these days, both ends included. */
  public List<MatchedPaper> of(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return store.of(topicIds, from, to);
  }

  /**
   * All papers announced on these days, both ends included, that answer these topics, which
   * somebody mutes: ids in ascending order by topic. A topic that none answers is left out.
   */
  public Map<Long, long[]> muted(Collection<Long> topicIds, LocalDate from, LocalDate to) {
    return mutes.of(topicIds, from, to);
  }

  /** Whether one of these topics is so new that papers already held have yet to meet it. */
  public boolean isBehind(Collection<Long> topicIds) {
    return requests.isOpen(topicIds);
  }
}
