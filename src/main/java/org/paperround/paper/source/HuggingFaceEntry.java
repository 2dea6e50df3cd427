package org.paperround.paper.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.PaperId;
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
    return Optional.ofNullable(day("submittedOnDailyAt"));
  }

  /**
   * The paper it speaks of.
   *
   * @throws InvalidPaper if id, title or abstract is missing or cannot be kept
   */
  SourcedPaper paper(String source) {
    PaperId id = PaperId.parse(paper.path("id").asText(), source);
    return SourcedPaper.of(source, id, text("title"), text("summary"))
        .authors(authors())
        .organization(organization())
        .publishedOn(day("publishedAt"))
        .announcedAt(date.atStartOfDay(ZoneOffset.UTC).toInstant())
        .statedOn(date)
        .votes(count(paper.path("upvotes")))
        .comments(count(entry.path("numComments")))
        .links(new PaperLinks(null, null, link("githubRepo"), link("projectPage")))
        .build();
  }

  private String text(String field) {
    return paper.path(field).asText();
  }

  private List<String> authors() {
    return StreamSupport.stream(paper.path("authors").spliterator(), false)
        .map(author -> author.path("name").asText())
        .filter(HuggingFaceEntry::isName)
        .limit(SourcedPaper.MOST_AUTHORS)
        .toList();
  }

  private @Nullable String organization() {
    JsonNode organization =
        paper.path("organization").isObject()
            ? paper.path("organization")
            : entry.path("organization");
    String full = organization.path("fullname").asText();
    String name = full.isBlank() ? organization.path("name").asText() : full;
    return isName(name) ? name : null;
  }

  private static boolean isName(String text) {
    return !text.isBlank() && text.length() <= SourcedPaper.LONGEST_NAME;
  }

  private @Nullable LocalDate day(String field) {
    try {
      LocalDate day =
          OffsetDateTime.parse(text(field)).atZoneSameInstant(ZoneOffset.UTC).toLocalDate();
      return SourcedPaper.isPlausible(day) ? day : null;
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  private static @Nullable Integer count(JsonNode value) {
    return value.canConvertToInt() && value.intValue() >= 0 ? value.intValue() : null;
  }

  private @Nullable String link(String field) {
    return PaperLinks.address(text(field)).orElse(null);
  }
}
