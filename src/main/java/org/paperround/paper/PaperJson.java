package org.paperround.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads papers in our own JSON format, which {@code docs/paper-format.md} describes. What {@link
 * PaperView} writes can be read again.
 */
public final class PaperJson {

  private PaperJson() {}

  /**
   * Reads an array of papers. Each is judged by itself: fields that are missing, of the wrong type
   * or unknown reject that paper, with all its mistakes named, and lose no other.
   *
   * @param array anything that was parsed
   * @param source the name under which the papers are kept; also stands before ids that are neither
   *     arXiv ids nor DOIs
   * @throws InvalidPaper if it is no array
   */
  public static SourceAnswer read(JsonNode array, String source) {
    if (!array.isArray()) {
      throw new InvalidPaper("an array of papers is expected");
    }
    List<SourcedPaper> papers = new ArrayList<>();
    List<RejectedPaper> rejected = new ArrayList<>();
    for (int index = 0; index < array.size(); index++) {
      try {
        papers.add(new PaperJsonReader(array.get(index), source).read());
      } catch (InvalidPaper invalid) {
        rejected.add(new RejectedPaper(index, String.valueOf(invalid.getMessage())));
      }
    }
    return new SourceAnswer(papers, rejected);
  }
}
