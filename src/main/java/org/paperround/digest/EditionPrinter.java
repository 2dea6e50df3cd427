package org.paperround.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.paperround.delivery.smtp.EncodedText;
import org.paperround.digest.EditionView.Group;
import org.paperround.digest.EditionView.Item;

/** Prints editions from the pieces they share, to the same text as {@link EditionMail} whole. */
@ApplicationScoped
class EditionPrinter {

  private final Pieces pieces;
  private final Frames usual = Frames.of(false);
  private final Frames nothingMatched = Frames.of(true);

  EditionPrinter(Pieces pieces) {
    this.pieces = pieces;
  }

  private record Frames(Frame html, Frame text) {
    static Frames of(boolean nothingMatched) {
      return new Frames(
          Frame.of(nothingMatched, DigestMail.HTML), Frame.of(nothingMatched, DigestMail.TEXT));
    }
  }

  /** An edition in both its parts. */
  record Printed(String subject, EncodedText text, EncodedText html) {}

  /** Prints an edition, as amply as fits. */
  Printed print(EditionView edition) {
    Around around = Around.of(edition);
    Frames frames = around.nothingMatched() ? nothingMatched : usual;
    Twin feedback = Twin.inLine(edition.feedbackUrl());
    for (Fit fit : Fit.values()) {
      List<Twin> papers = papers(edition, fit, feedback);
      EncodedText html = frames.html().around(papers, Twin::html, around.words());
      if (fit.isLast() || html.size() <= EditionMail.LARGEST_HTML) {
        EncodedText text = frames.text().around(papers, Twin::text, around.inColumns().words());
        return new Printed(around.subject(), text, html);
      }
    }
    throw new AssertionError("The last fit is always taken");
  }

  /** What the template {@code DigestMail/papers} prints, in its order. */
  private List<Twin> papers(EditionView edition, Fit fit, Twin feedback) {
    List<Twin> all = new ArrayList<>();
    boolean first = true;
    for (Group group : edition.groups()) {
      add(group, first, fit, feedback, all);
      first = false;
    }
    if (edition.more() > 0) {
      all.add(pieces.more(edition.more(), edition.editionUrl()));
    }
    if (edition.trending() != null) {
      add(edition.trending(), false, fit, feedback, all);
    }
    return all;
  }

  private void add(Group group, boolean first, Fit fit, Twin feedback, List<Twin> all) {
    all.add(pieces.heading(group.label(), first));
    for (Item item : group.items()) {
      all.addAll(pieces.paper(item, fit, feedback));
    }
  }
}
