package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperround.paper.PaperAt;
import org.paperround.paper.PastPapers;
import org.paperround.paper.PastPapers.PastPaper;

/** Papers as editions show them. Many editions of a day show the same few, so they are kept. */
@ApplicationScoped
class SeenPapers {

  private static final long MOST_BYTES = 16 << 20;
  private static final int SHARE_OF_HEAP = 64;
  private static final int OVERHEAD = 500;

  private final PastPapers papers;
  // A view holds about the characters it prints as.
  private final Cache<Seen, PaperView> views =
      HeapShare.cache(
          SHARE_OF_HEAP, MOST_BYTES, (seen, view) -> OVERHEAD + view.toString().length());

  SeenPapers(PastPapers papers) {
    this.papers = papers;
  }

  /** What decides how a paper looks. */
  private record Seen(PaperAt at, int votes, int comments) {
    static Seen of(EditionItem item) {
      return new Seen(new PaperAt(item.paperId(), item.revision()), item.votes(), item.comments());
    }
  }

  /**
   * The papers these items speak of, as far as we hold them; at most two statements.
   *
   * @return by the very items that were given
   */
  Map<EditionItem, PaperView> of(Collection<EditionItem> items) {
    Map<EditionItem, PaperView> found = new IdentityHashMap<>(items.size());
    Map<EditionItem, Seen> missing = new IdentityHashMap<>();
    for (EditionItem item : items) {
      Seen seen = Seen.of(item);
      PaperView view = views.getIfPresent(seen);
      if (view == null) {
        missing.put(item, seen);
      } else {
        found.put(item, view);
      }
    }
    if (!missing.isEmpty()) {
      Map<Seen, PaperView> read = read(new HashSet<>(missing.values()));
      missing.forEach(
          (item, seen) -> {
            PaperView view = read.get(seen);
            if (view != null) {
              found.put(item, view);
            }
          });
    }
    return found;
  }

  private Map<Seen, PaperView> read(Set<Seen> missing) {
    Set<PaperAt> at = missing.stream().map(Seen::at).collect(Collectors.toSet());
    Map<PaperAt, PastPaper> past = papers.find(at);
    Map<Seen, PaperView> read = new HashMap<>();
    for (Seen seen : missing) {
      PastPaper paper = past.get(seen.at());
      if (paper != null) {
        read.put(
            seen,
            PaperViews.of(paper.identifier(), paper.content(), seen.votes(), seen.comments()));
      }
    }
    views.putAll(read);
    return read;
  }
}
