package org.paperround.paper;

import java.time.Instant;
import java.util.List;

/** What is known of a paper once its sources have spoken, for tests outside this room. */
public record MergedPaper(Object facts) {

  private static final Instant SEEN = Instant.parse("2026-06-20T08:00:00Z");

  /** Hears statements of one paper in this order. */
  public static MergedPaper of(List<SourcedPaper> statements) {
    PaperFacts facts = null;
    for (SourcedPaper statement : statements) {
      facts = PaperMerge.merge(facts, statement, SEEN);
    }
    return new MergedPaper(facts);
  }
}
