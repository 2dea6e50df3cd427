package org.paperround.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.paperround.paper.Paper;
import org.paperround.paper.PaperContent;
import org.paperround.paper.Papers;

/** Indexes the papers of a day. */
@ApplicationScoped
class PaperIndexes {

  private static final int MOST_PAPERS_OF_A_DAY = 10_000;

  private final Papers papers;

  PaperIndexes(Papers papers) {
    this.papers = papers;
  }

  PaperIndex of(LocalDate day) {
    return PaperIndex.of(
        papers.page(day, 0, MOST_PAPERS_OF_A_DAY).stream().map(PaperIndexes::text).toList());
  }

  private static PaperText text(Paper paper) {
    PaperContent content = paper.content();
    return new PaperText(
        paper.id(),
        content.title(),
        content.summary(),
        content.authors(),
        content.organization(),
        content.categories());
  }
}
