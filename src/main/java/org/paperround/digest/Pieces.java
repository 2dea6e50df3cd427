package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
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

  private final Cache<Object, Twin> twins =
      Caffeine.newBuilder()
          .maximumWeight(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP))
          .weigher(Pieces::weight)
          .build();

  // A key is everything that shows in the lines it stands for.
  private record Heading(String label, boolean first) {}

  private record Paper(PaperView paper, Fit fit) {}

  private record Reason(Why why, List<String> otherTopics, Fit fit) {}

  private record Links(List<PaperView.Link> links, Fit fit) {}

  private static int weight(Object key, Twin twin) {
    // A key holds about the characters it prints as.
    return OVERHEAD + key.toString().length() + twin.html().length + twin.text().length;
  }

  /**
   * The line over the papers of a topic.
   *
   * @param first whether nothing stands above it
   */
  Twin heading(String label, boolean first) {
    return get(new Heading(label, first), () -> DigestMail.heading(label, first));
  }

  /** Title, byline and excerpt. */
  Twin paper(Item item, Fit fit) {
    return get(new Paper(item.paper(), fit), () -> DigestMail.item$paper(item, fit));
  }

  /** Why the paper is there; apart from the paper, because it is another for other readers. */
  Twin reason(Item item, Fit fit) {
    return get(
        new Reason(item.why(), item.otherTopics(), fit), () -> DigestMail.item$reason(item, fit));
  }

  /** Where to read on. */
  Twin links(Item item, Fit fit) {
    return get(new Links(item.paper().links(), fit), () -> DigestMail.item$links(item, fit));
  }

  private Twin get(Object key, Supplier<TemplateInstance> template) {
    return twins.get(key, missing -> Twin.of(template));
  }
}
