package org.paperround.paper;

import java.lang.reflect.Field;
import java.time.Instant;

/** Papers as they come from the database, without one. */
public class TestPapers {

  private TestPapers() {}

  public static Paper paper(long id, Instant announcedAt, int votes) {
    PaperId identifier = PaperId.parse("2605.%05d".formatted(id), "file");
    SourcedPaper said =
        SourcedPaper.of("file", identifier, "Paper " + id, "We report.")
            .announcedAt(announcedAt)
            .votes(votes)
            .build();
    Paper paper = new Paper(identifier, PaperMerge.merge(null, said, announcedAt), announcedAt);
    try {
      Field number = Paper.class.getDeclaredField("id");
      number.setAccessible(true);
      number.set(paper, id);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return paper;
  }
}
