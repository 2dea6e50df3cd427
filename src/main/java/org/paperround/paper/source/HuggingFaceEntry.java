package org.paperround.paper.source;

import static org.paperround.paper.source.JsonFields.count;
import static org.paperround.paper.source.JsonFields.day;
import static org.paperround.paper.source.JsonFields.first;
import static org.paperround.paper.source.JsonFields.text;
import static org.paperround.paper.source.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import org.paperround.base.PaperId;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.PaperLinks;
import org.paperround.paper.SourcedPaper;

/**
 * One entry of the daily list. Only id, title and abstract must be right; whatever else is missing
 * or of another type than we know is left out.
 */
final class HuggingFaceEntry {

  private final JsonNode entry;
  private final JsonNode paper;
  private final LocalDate date;

  HuggingFaceEntry(JsonNode entry, LocalDate date) {
    this.entry = entry;
    this.paper = entry.path("paper");
    this.date = date;
  }

  /** The day on whose list the entry says it is. */
  Optional<LocalDate> listedOn() {
    return day(paper, "submittedOnDailyAt");
  }

  /**
   * The paper it speaks of.
   *
   * @throws InvalidPaper if id, title or abstract is missing or cannot be kept
   */
  SourcedPaper paper(String source) {
    PaperId id = PaperId.parse(text(paper, "id"), source);
    return SourcedPaper.of(source, id, text(paper, "title"), text(paper, "summary"))
        .authors(texts(paper.path("authors"), author -> text(author, "name")))
        .organization(organization())
        .publishedOn(day(paper, "publishedAt").orElse(null))
        .announcedOn(date)
        .votes(count(paper, "upvotes"))
        .comments(count(entry, "numComments"))
        .links(new PaperLinks(null, null, text(paper, "githubRepo"), text(paper, "projectPage")))
        .build();
  }

  private String organization() {
    JsonNode organization =
        paper.path("organization").isObject()
            ? paper.path("organization")
            : entry.path("organization");
    return first(text(organization, "fullname"), text(organization, "name"));
  }
}
