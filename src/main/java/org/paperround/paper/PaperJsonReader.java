package org.paperround.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.PaperId;

/** Reads one paper of our own format, strictly: every mistake in it is named. */
final class PaperJsonReader {

  private static final Set<String> FIELDS =
      Set.of(
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
          "sources");
  private static final Set<String> LINKS = Set.of("abstract", "pdf", "code", "project");
  private static final int LONGEST_NAME_SHOWN = 40;

  private final JsonNode paper;
  private final String source;
  private final List<String> mistakes = new ArrayList<>();

  PaperJsonReader(JsonNode paper, String source) {
    this.paper = paper;
    this.source = source;
  }

  SourcedPaper read() {
    if (!paper.isObject()) {
      throw new InvalidPaper("a paper is a JSON object");
    }
    refuseUnknown(paper, "", FIELDS);
    PaperId id = required("id", text -> PaperId.parse(text, source));
    String title = required("title", text -> text);
    String summary = required("abstract", text -> text);
    List<String> authors = texts("authors");
    String organization = optional(paper, "", "organization", text -> text);
    List<String> categories = texts("categories");
    LocalDate publishedOn = optional(paper, "", "publishedOn", text -> date("publishedOn", text));
    Instant announcedAt = optional(paper, "", "announcedAt", text -> instant("announcedAt", text));
    Integer votes = count("votes");
    Integer comments = count("comments");
    PaperLinks links = links();
    // Which sources know a paper is ours to say; the field is there so that what we wrote is read.
    texts("sources");
    if (!mistakes.isEmpty() || id == null || title == null || summary == null) {
      throw new InvalidPaper(String.join("; ", mistakes));
    }
    return SourcedPaper.of(source, id, title, summary)
        .authors(authors)
        .organization(organization)
        .categories(categories)
        .publishedOn(publishedOn)
        .announcedAt(announcedAt)
        .votes(votes)
        .comments(comments)
        .links(links)
        .build();
  }

  private void refuseUnknown(JsonNode object, String path, Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                mistakes.add("unknown field " + path + shown(name));
              }
            });
  }

  private static String shown(String name) {
    String line = PaperText.line(name);
    return line.length() > LONGEST_NAME_SHOWN ? line.substring(0, LONGEST_NAME_SHOWN) + "…" : line;
  }

  private <T> @Nullable T required(String field, Function<String, T> reading) {
    if (paper.path(field).isMissingNode() || paper.path(field).isNull()) {
      mistakes.add(field + " is missing");
      return null;
    }
    return optional(paper, "", field, reading);
  }

  private <T> @Nullable T optional(
      JsonNode object, String path, String field, Function<String, T> reading) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      mistakes.add(path + field + " must be a string");
      return null;
    }
    try {
      return reading.apply(value.textValue());
    } catch (InvalidPaper | InvalidPaperId invalid) {
      mistakes.add(String.valueOf(invalid.getMessage()));
      return null;
    }
  }

  private List<String> texts(String field) {
    JsonNode value = paper.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
    if (!value.isArray() || texts.contains("")) {
      mistakes.add(field + " must be an array of strings that are not empty");
      return List.of();
    }
    return texts;
  }

  private @Nullable Integer count(String field) {
    JsonNode value = paper.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      mistakes.add(field + " must be a whole number from 0 to " + Integer.MAX_VALUE);
      return null;
    }
    return value.intValue();
  }

  private PaperLinks links() {
    JsonNode links = paper.path("links");
    if (!links.isObject()) {
      if (!links.isMissingNode() && !links.isNull()) {
        mistakes.add("links must be an object");
      }
      links = MissingNode.getInstance();
    }
    refuseUnknown(links, "links.", LINKS);
    return new PaperLinks(
        link(links, "abstract"), link(links, "pdf"), link(links, "code"), link(links, "project"));
  }

  private @Nullable String link(JsonNode links, String field) {
    return optional(
        links,
        "links.",
        field,
        text ->
            PaperLinks.address(text)
                .orElseThrow(
                    () -> new InvalidPaper("links." + field + " is no http or https address")));
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new InvalidPaper(field + " must be a date like 2026-05-04");
    }
  }

  private static Instant instant(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new InvalidPaper(field + " must be an instant like 2026-05-04T00:00:00Z");
    }
  }
}
