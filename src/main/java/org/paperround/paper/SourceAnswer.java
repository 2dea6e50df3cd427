package org.paperround.paper;

import java.util.List;

/** What a source answered for a day. */
public record SourceAnswer(List<SourcedPaper> papers, List<RejectedPaper> rejected) {

  /** Copies the lists. */
  public SourceAnswer {
    papers = List.copyOf(papers);
    rejected = List.copyOf(rejected);
  }
}
