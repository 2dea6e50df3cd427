package org.paperround.paper.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.PaperId;
import org.paperround.paper.PaperLinks;
import org.paperround.paper.PaperSource;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

/**
 * The preprint servers bioRxiv and medRxiv, which share an interface: {@code
 * api.biorxiv.org/details/[server]/[from]/[to]/[cursor]/json}. A day lists what was posted on it,
 * new versions of older papers included.
 */
abstract class RxivSource implements PaperSource {

  private static final int MOST_PAGES = 40;
  // No digest looks further back.
  private static final int DAYS_OUT_OF_SIGHT = 15;

  private final String who;
  private final String name;
  private final SourceHttp http;
  private final ObjectMapper json;
  private final String base;

  RxivSource(String who, String name, SourceHttp http, ObjectMapper json, URI url) {
    this.who = who;
    this.name = name;
    this.http = http;
    this.json = json;
    this.base = url.toString().replaceFirst("/+$", "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceAnswer fetch(LocalDate date) {
    // A paper posted twice on a day comes twice; the later version counts.
    Map<String, SourcedPaper> papers = new TreeMap<>();
    List<RejectedPaper> rejected = new ArrayList<>();
    int cursor = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = page(date, cursor);
      JsonNode collection = answer.path("collection");
      for (JsonNode entry : collection) {
        try {
          SourcedPaper paper = paper(entry, date);
          papers.put(paper.id().value(), paper);
        } catch (InvalidPaper invalid) {
          rejected.add(new RejectedPaper(cursor, String.valueOf(invalid.getMessage())));
        }
        cursor++;
      }
      if (collection.isEmpty() || cursor >= total(answer)) {
        return new SourceAnswer(List.copyOf(papers.values()), rejected);
      }
    }
    throw SourceFailure.failed(who + " has more papers on that day than are read at once");
  }

  private JsonNode page(LocalDate date, int cursor) {
    URI address =
        URI.create(base + "/details/" + name + "/" + date + "/" + date + "/" + cursor + "/json");
    try {
      JsonNode answer = json.readTree(http.get(who, address, "application/json"));
      String status = answer.path("messages").path(0).path("status").asText();
      if (status.startsWith("no posts found")) {
        return json.createObjectNode();
      }
      if (!status.equals("ok") || !answer.path("collection").isArray()) {
        throw SourceFailure.failed(who + " answered with JSON that is no list of papers");
      }
      return answer;
    } catch (IOException unparsable) {
      throw SourceFailure.failed(who + " answered with something that is no JSON");
    }
  }

  /** Written as a number or as a text. */
  private static int total(JsonNode answer) {
    return answer.path("messages").path(0).path("total").asInt(0);
  }

  private SourcedPaper paper(JsonNode entry, LocalDate date) {
    PaperId id = PaperId.parse("doi:" + entry.path("doi").asText(), name);
    SourcedPaper.Builder paper =
        SourcedPaper.of(name, id, entry.path("title").asText(), entry.path("abstract").asText())
            .authors(
                Arrays.stream(entry.path("authors").asText().split(";"))
                    .map(RxivSource::name)
                    .toList())
            .organization(institution(entry))
            .statedOn(date)
            .links(new PaperLinks(id.abstractUrl().orElse(null), null, null, null));
    if (entry.path("version").asInt(1) > 1) {
      // Seen for the first time now, but posted long ago.
      return paper
          .announcedBefore(
              date.minusDays(DAYS_OUT_OF_SIGHT).atStartOfDay(ZoneOffset.UTC).toInstant())
          .build();
    }
    return paper
        .publishedOn(day(entry.path("date").asText()).orElse(date))
        .announcedAt(date.atStartOfDay(ZoneOffset.UTC).toInstant())
        .build();
  }

  /** {@code Doe, J. A.} is J. A. Doe. */
  private static String name(String written) {
    int comma = written.indexOf(',');
    return comma < 0
        ? written.strip()
        : written.substring(comma + 1).strip() + " " + written.substring(0, comma).strip();
  }

  private static @Nullable String institution(JsonNode entry) {
    String institution = entry.path("author_corresponding_institution").asText();
    return institution.isBlank() || institution.length() > SourcedPaper.LONGEST_NAME
        ? null
        : institution;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(SourcedPaper::isPlausible);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
