package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.paperround.digest.EditionView.Item;

/**
 * What many mails share, printed and encoded once: papers, reasons, headings. Bounded by its bytes,
 * for it grows with the papers and with what readers ask; what does not fit is printed again.
 */
@ApplicationScoped
class Pieces {

  private static final long MOST_BYTES = 64 << 20;
  private static final int SHARE_OF_HEAP = 16;
  // Of the key, two arrays and a place in the cache.
  private static final int OVERHEAD = 250;

  private final Cache<Object, List<Twin>> pieces =
      HeapShare.cache(SHARE_OF_HEAP, MOST_BYTES, Pieces::weight);

  // A key is everything that shows in the lines it stands for.
  private record Heading(String label, boolean first) {}

  private record Paper(PaperView paper, Fit fit) {}

  private record Reason(Why why, List<String> otherTopics, Fit fit) {}

  private static int weight(Object key, List<Twin> piece) {
    // A key holds about the characters it prints as.
    int letters = key.toString().length();
    return OVERHEAD + letters + piece.stream().mapToInt(Twin::size).sum();
  }

  /**
   * The line over the papers of a topic.
   *
   * @param first whether nothing stands above it
   */
  Twin heading(String label, boolean first) {
    return pieces
        .get(
            new Heading(label, first),
            missing -> List.of(Twin.of(() -> DigestMail.heading(label, first))))
        .get(0);
  }

  /** A paper: what it is, why it is there, where to read on. */
  List<Twin> paper(Item item, Fit fit) {
    List<Twin> around =
        pieces.get(
            new Paper(item.paper(), fit),
            missing ->
                List.of(
                    Twin.of(() -> DigestMail.item$paper(item, fit)),
                    Twin.of(() -> DigestMail.item$links(item, fit))));
    // Apart from the paper, because other readers are given another.
    List<Twin> reason =
        pieces.get(
            new Reason(item.why(), item.otherTopics(), fit),
            missing -> List.of(Twin.of(() -> DigestMail.item$reason(item, fit))));
    return List.of(around.get(0), reason.get(0), around.get(1));
  }
}
