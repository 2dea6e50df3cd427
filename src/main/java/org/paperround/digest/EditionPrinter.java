package org.paperround.digest;

import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.paperround.delivery.EncodedText;
import org.paperround.digest.EditionView.Group;
import org.paperround.digest.EditionView.Item;

/** Prints editions from the pieces they share, to the same bytes as {@link EditionMail} whole. */
@ApplicationScoped
class EditionPrinter {

  private final Pieces pieces;
  private final Frame.Fixed layout = Frame.Fixed.of(MailLayout.layout$fixed());

  EditionPrinter(Pieces pieces) {
    this.pieces = pieces;
  }

  /** An edition in both its parts. */
  record Printed(EncodedText text, EncodedText html) {}

  /** Prints an edition, as amply as fits. */
  Printed print(EditionView edition) {
    Frame html = frame(edition, DigestMail.HTML);
    for (Fit fit : Fit.values()) {
      List<Twin> papers = papers(edition, fit);
      EncodedText printed = html.around(papers, Twin::html);
      if (fit.isLast() || printed.size() <= EditionMail.LARGEST_HTML) {
        return new Printed(frame(edition, DigestMail.TEXT).around(papers, Twin::text), printed);
      }
    }
    throw new AssertionError("The last fit is always taken");
  }

  private Frame frame(EditionView edition, Variant variant) {
    Frame frame = new Frame(layout);
    DigestMail.edition(edition, Frame.GAP)
        .setVariant(variant)
        .consume(frame)
        .toCompletableFuture()
        .join();
    return frame;
  }

  /** What the template {@code DigestMail/papers} prints, in its order. */
  private List<Twin> papers(EditionView edition, Fit fit) {
    List<Twin> all = new ArrayList<>();
    boolean first = true;
    for (Group group : edition.groups()) {
      add(group, first, fit, all);
      first = false;
    }
    if (edition.more() > 0) {
      all.add(Twin.of(() -> DigestMail.papers$more(edition)));
    }
    if (edition.trending() != null) {
      add(edition.trending(), false, fit, all);
    }
    return all;
  }

  private void add(Group group, boolean first, Fit fit, List<Twin> all) {
    all.add(pieces.heading(group.label(), first));
    for (Item item : group.items()) {
      all.addAll(pieces.paper(item, fit));
    }
  }
}
