package org.paperround.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper in JSON, as the API shows it and as {@link PaperJson} reads it again. */
@JsonPropertyOrder({
  "id",
  "title",
  "abstract",
  "authors",
  "organization",
  "categories",
  "publishedOn",
  "announcedAt",
  "votes",
  "comments",
  "links",
  "sources"
})
public record PaperView(
    String id,
    String title,
    @JsonProperty("abstract") String summary,
    List<String> authors,
    @Nullable String organization,
    List<String> categories,
    @Nullable LocalDate publishedOn,
    Instant announcedAt,
    int votes,
    int comments,
    PaperLinks links,
    List<String> sources) {

  /** The paper as it is now. */
  public static PaperView of(Paper paper) {
    return of(paper, paper.content(), paper.votes(), paper.comments());
  }

  /**
   * The paper as it was shown before.
   *
   * @param content of an earlier revision
   * @param votes and comments as they were counted then
   */
  public static PaperView of(Paper paper, PaperContent content, int votes, int comments) {
    return new PaperView(
        paper.identifier().value(),
        content.title(),
        content.summary(),
        content.authors(),
        content.organization(),
        content.categories(),
        content.publishedOn(),
        paper.announcedAt(),
        votes,
        comments,
        content.links(),
        paper.sources());
  }
}
