package org.paperround.paper.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourcedPaper;

/**
 * What was read of a list so far. A bad entry is rejected and loses no other; a paper that comes
 * twice is one paper.
 */
final class ReadPapers {

  private final Map<PaperId, SourcedPaper> papers = new LinkedHashMap<>();
  private final List<RejectedPaper> rejected = new ArrayList<>();
  private int index;

  /** Reads some more entries. */
  <T> void each(Iterable<T> entries, Function<T, SourcedPaper> reading) {
    for (T entry : entries) {
      try {
        SourcedPaper paper = reading.apply(entry);
        papers.merge(paper.id(), paper, SourcedPaper::joinedWith);
      } catch (InvalidPaper | InvalidPaperId invalid) {
        rejected.add(new RejectedPaper(index, String.valueOf(invalid.getMessage())));
      }
      index++;
    }
  }

  /** How many entries were read, those that were rejected too. */
  int entries() {
    return index;
  }

  /** How many papers there are. */
  int size() {
    return papers.size();
  }

  SourceAnswer answer() {
    return new SourceAnswer(List.copyOf(papers.values()), rejected);
  }
}
