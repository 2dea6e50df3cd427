package org.paperround.digest;

import java.util.List;

/**
 * How much of each paper an edition prints, in characters. Gmail clips a mail at about 102 KB and
 * hides the unsubscribe link with the rest, so the first fit that keeps the HTML below is taken.
 */
enum Fit {
  AMPLE(300, 320, 240),
  SHORT(300, 170, 240),
  TERSE(160, 0, 120),
  BARE(60, 0, 45),
  /** Holds 53 papers whatever their fields hold; feedback is given on the edition's page. */
  LEAST(60, 0, 45);

  private final int title;
  private final int excerpt;
  private final int reason;

  Fit(int title, int excerpt, int reason) {
    this.title = title;
    this.excerpt = excerpt;
    this.reason = reason;
  }

  /** There is none that prints less. */
  boolean isLast() {
    return this == LEAST;
  }

  public String title(PaperView paper) {
    return Line.cut(paper.title(), title);
  }

  public String byline(PaperView paper) {
    return Line.cut(paper.byline(), reason);
  }

  public String excerpt(PaperView paper) {
    return paper.excerpt(excerpt);
  }

  /** Why a paper is there, and what else it answers; nothing where no reason is shown. */
  public Why reason(EditionView.Item item) {
    Why why = item.why().cut(reason);
    return why.parts().isEmpty() || item.otherTopics().isEmpty()
        ? why
        : why.with(" · " + alsoFor(item));
  }

  String alsoFor(EditionView.Item item) {
    return Line.cut(item.alsoFor(), reason);
  }

  /** Whether there is room to ask what the reader wants of papers like one. */
  public boolean asks() {
    return this != LEAST;
  }

  public List<PaperView.Link> links(PaperView paper) {
    return this.compareTo(BARE) >= 0 && !paper.links().isEmpty()
        ? paper.links().subList(0, 1)
        : paper.links();
  }
}
