package org.paperround.paper;

import java.time.Instant;
import java.util.List;

/** What is known of a paper when all its sources so far were heard. */
record PaperFacts(
    PaperContent content,
    TexSource written,
    Instant announcedAt,
    int votes,
    int comments,
    List<String> sources,
    PaperOrigins origins) {

  PaperFacts {
    sources = List.copyOf(sources);
  }

  /** Whether anything anybody can see is the same, whoever said it and when. */
  boolean isSeenAs(PaperFacts other) {
    return equals(
        new PaperFacts(
            other.content,
            other.written,
            other.announcedAt,
            other.votes,
            other.comments,
            other.sources,
            origins));
  }
}
