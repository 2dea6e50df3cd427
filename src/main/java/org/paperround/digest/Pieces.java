package org.paperround.digest;

import com.github.benmanes.caffeine.cache.Cache;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

  private final Cache<Key, List<Twin>> pieces =
      HeapShare.cache(SHARE_OF_HEAP, MOST_BYTES, Pieces::weight);
  private final ReasonForms reasons = new ReasonForms();
  private final Form moreHtml = more(DigestMail.HTML);
  private final Form moreText = more(DigestMail.TEXT);

  /** Everything that shows in the lines it stands for. */
  private sealed interface Key {
    /** How many letters it holds. */
    int letters();
  }

  private record Heading(String label, boolean first) implements Key {
    @Override
    public int letters() {
      return label.length();
    }
  }

  private record Paper(PaperView paper, Fit fit) implements Key {
    @Override
    public int letters() {
      return paper.toString().length();
    }
  }

  private record Reason(Why why, List<String> otherTopics, Fit fit) implements Key {
    @Override
    public int letters() {
      int letters = why.letters();
      for (String topic : otherTopics) {
        letters += topic.length();
      }
      return letters;
    }
  }

  private static int weight(Key key, List<Twin> piece) {
    int weight = OVERHEAD + key.letters();
    for (Twin twin : piece) {
      weight += twin.size();
    }
    return weight;
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

  /**
   * A paper: what it is, why it is there, where to read on and to say what is wanted.
   *
   * @param feedback where that is said in this mail, {@link Twin#inLine}
   */
  List<Twin> paper(Item item, Fit fit, Twin feedback) {
    List<Twin> around = pieces.get(new Paper(item.paper(), fit), missing -> around(item, fit));
    // Apart from the paper, because other readers are given another.
    List<Twin> reason =
        pieces.get(
            new Reason(item.why(), item.otherTopics(), fit),
            missing -> List.of(reasons.print(fit.reason(item))));
    List<Twin> paper = new ArrayList<>(2 * around.size());
    paper.add(around.get(0));
    paper.add(reason.get(0));
    paper.add(around.get(1));
    for (Twin next : around.subList(2, around.size())) {
      paper.add(feedback);
      paper.add(next);
    }
    return paper;
  }

  private static List<Twin> around(Item item, Fit fit) {
    List<Twin> around = new ArrayList<>();
    around.add(Twin.of(() -> DigestMail.item$paper(item, fit)));
    around.addAll(Twin.around(() -> DigestMail.item$links(item, fit, Twin.LEFT_OUT)));
    return around;
  }

  /** That there are more papers, at the edition's own address; no other mail has it. */
  Twin more(int count, String url) {
    List<String> words = List.of(Integer.toString(count), url);
    return Twin.of(moreHtml, words, moreText, words);
  }

  private static Form more(Variant variant) {
    return Form.of(DigestMail.more(Form.gap(0), Form.gap(1)), variant);
  }
}
