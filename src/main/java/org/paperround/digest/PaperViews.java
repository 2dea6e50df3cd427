package org.paperround.digest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.base.PaperId;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperContent;
import org.paperround.paper.PaperLinks;

/** Papers as people see them. */
public final class PaperViews {

  private PaperViews() {}

  /** The paper as it is now. */
  public static PaperView of(Paper paper) {
    return of(paper.identifier(), paper.content(), paper.votes(), paper.comments());
  }

  /** The paper as it was shown before. */
  static PaperView of(PaperId identifier, PaperContent content, int votes, int comments) {
    PaperLinks links = content.links();
    List<PaperView.Link> shown = new ArrayList<>();
    add(shown, "abstract", links.abstractUrl());
    add(shown, "PDF", links.pdfUrl());
    add(shown, "code", links.codeUrl());
    return new PaperView(
        identifier.value(),
        content.title(),
        links.abstractUrl(),
        content.authors(),
        content.organization(),
        content.publishedOn(),
        votes,
        comments,
        content.summary(),
        shown);
  }

  private static void add(List<PaperView.Link> links, String label, @Nullable String url) {
    if (url != null) {
      links.add(new PaperView.Link(label, url));
    }
  }
}
