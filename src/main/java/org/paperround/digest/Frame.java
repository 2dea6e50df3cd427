package org.paperround.digest;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.paperround.delivery.EncodedText;

/**
 * Takes down what the template of an edition prints for one reader, with a gap where the papers
 * stand.
 */
final class Frame implements Consumer<String> {

  /** What the template is given for the papers. Text that is shown has no such character. */
  static final RawString GAP = new RawString("\0");

  private final Fixed layout;
  private final List<byte[]> before = new ArrayList<>();
  private final List<byte[]> after = new ArrayList<>();
  private final StringBuilder own = new StringBuilder(2000);
  private List<byte[]> pieces = before;

  /**
   * @param layout what the template may print besides; it is taken as it is
   */
  Frame(Fixed layout) {
    this.layout = layout;
  }

  /** Whole lines that a template prints at once, the same for every mail. */
  record Fixed(String printed, byte[] encoded) {
    static Fixed of(TemplateInstance template) {
      String printed = template.render();
      return new Fixed(printed, EncodedText.encode(printed));
    }
  }

  @Override
  public void accept(String printed) {
    if (printed.equals(GAP.getValue())) {
      flush();
      pieces = after;
    } else if (printed.equals(layout.printed())) {
      flush();
      pieces.add(layout.encoded());
    } else {
      own.append(printed);
    }
  }

  /** What was printed since the last cut, which is this mail's alone. */
  private void flush() {
    pieces.add(EncodedText.encode(own.toString()));
    own.setLength(0);
  }

  /** The text with its papers. */
  EncodedText around(List<Twin> papers, Function<Twin, byte[]> kind) {
    if (!own.isEmpty()) {
      flush();
    }
    List<byte[]> all = new ArrayList<>(before.size() + papers.size() + after.size());
    all.addAll(before);
    for (Twin twin : papers) {
      all.add(kind.apply(twin));
    }
    all.addAll(after);
    return new EncodedText(all);
  }
}
