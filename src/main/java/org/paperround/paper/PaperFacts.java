package org.paperround.paper;

import java.time.Instant;
import java.util.List;

/** What is known of a paper when all its sources so far were heard. */
record PaperFacts(
    PaperContent content,
    Instant announcedAt,
    int votes,
    int comments,
    List<String> sources,
    PaperOrigins origins) {

  PaperFacts {
    sources = List.copyOf(sources);
  }
}
