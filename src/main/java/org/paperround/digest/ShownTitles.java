package org.paperround.digest;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.paperround.paper.AnnouncedPaper;

/** The titles that one reader has been shown, of those that several papers of a round bear. */
final class ShownTitles {

  private final Map<Long, Long> shared;
  private final Set<Long> shown = new HashSet<>();
  private final Set<Long> passedOver = new HashSet<>();

  /**
   * @param shared the title's key by paper, see {@link #shared(Collection)}
   * @param papers what the reader had before
   */
  ShownTitles(Map<Long, Long> shared, Set<Long> papers) {
    this.shared = shared;
    if (!shared.isEmpty()) {
      papers.forEach(this::show);
      passedOver.clear();
    }
  }

  /** The keys of titles that several of these papers bear, by paper; of most papers none. */
  static Map<Long, Long> shared(Collection<AnnouncedPaper> papers) {
    Map<Long, AnnouncedPaper> firsts = new HashMap<>();
    Map<Long, Long> shared = new HashMap<>();
    for (AnnouncedPaper paper : papers) {
      AnnouncedPaper first = paper.hasTitle() ? firsts.putIfAbsent(paper.titleKey(), paper) : null;
      if (first != null) {
        shared.put(first.id(), first.titleKey());
        shared.put(paper.id(), paper.titleKey());
      }
    }
    return shared;
  }

  /**
   * Notes that a paper is shown.
   *
   * @return false if one of that title was shown before; then it is passed over
   */
  boolean show(long paperId) {
    Long title = shared.get(paperId);
    if (title == null || shown.add(title)) {
      return true;
    }
    passedOver.add(paperId);
    return false;
  }

  /** The papers that were not shown, as their titles were. */
  Set<Long> passedOver() {
    return passedOver;
  }
}
