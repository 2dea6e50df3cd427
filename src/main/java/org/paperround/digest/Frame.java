package org.paperround.digest;

import io.quarkus.qute.RawString;
import io.quarkus.qute.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.paperround.delivery.smtp.EncodedText;

/** What the template of an edition prints before the papers, and what after. */
record Frame(Form before, Form after) {

  private static final String PAPERS = "\0";

  /** The frame of all editions that have matches, or have none. */
  static Frame of(boolean nothingMatched, Variant variant) {
    String printed =
        DigestMail.edition(Around.gaps(nothingMatched), new RawString(PAPERS))
            .setVariant(variant)
            .render();
    int papers = printed.indexOf(PAPERS);
    return new Frame(
        Form.of(printed.substring(0, papers), variant),
        Form.of(printed.substring(papers + PAPERS.length()), variant));
  }

  /** The text of one mail. */
  EncodedText around(List<Twin> papers, Function<Twin, byte[]> kind, List<String> words) {
    List<byte[]> all = new ArrayList<>(papers.size() + 10);
    all.addAll(before.fill(words));
    for (Twin twin : papers) {
      all.add(kind.apply(twin));
    }
    all.addAll(after.fill(words));
    return new EncodedText(all);
  }
}
