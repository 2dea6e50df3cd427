package org.paperround.paper.source;

import static org.paperround.paper.source.JsonFields.day;
import static org.paperround.paper.source.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.paperround.base.PaperId;
import org.paperround.paper.PaperSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

/**
 * The preprint servers bioRxiv and medRxiv, which share an interface: {@code
 * api.biorxiv.org/details/[server]/[from]/[to]/[cursor]/json}. A day lists what was posted on it,
 * new versions of older papers included.
 */
abstract class RxivSource implements PaperSource {

  private final String who;
  private final String name;
  private final SourceJson http;
  private final RxivConfig config;

  RxivSource(String who, String name, SourceJson http, RxivConfig config) {
    this.who = who;
    this.name = name;
    this.http = http;
    this.config = config;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourceAnswer fetch(LocalDate date) {
    return PagedPapers.read(who, 0, (cursor, papers) -> page(date, cursor, papers));
  }

  private Optional<Integer> page(LocalDate date, int cursor, ReadPapers papers) {
    String path = "/details/{}/{}/{}/{}/json";
    JsonNode answer = http.get(who, config.url(), path, name, date, date, cursor);
    JsonNode message = answer.at("/messages/0");
    if (text(message, "status").startsWith("no posts found")) {
      return Optional.empty();
    }
    JsonNode entries = entries(answer, message);
    papers.each(entries, entry -> paper(entry, date));
    int next = cursor + entries.size();
    // Written as a number or as a text; without it, pages are read until one is empty.
    int total = message.path("total").asInt(0);
    return total > 0 && next >= total ? Optional.empty() : Optional.of(next);
  }

  private JsonNode entries(JsonNode answer, JsonNode message) {
    JsonNode entries = SourceJson.list(who, answer, "/collection");
    if (!text(message, "status").equals("ok")) {
      throw SourceFailure.failed(who + " answered without the status ok");
    }
    return entries;
  }

  private SourcedPaper paper(JsonNode entry, LocalDate date) {
    PaperId id = PaperId.parse("doi:" + text(entry, "doi"), name);
    SourcedPaper.Builder paper =
        SourcedPaper.of(name, id, text(entry, "title"), text(entry, "abstract"))
            .authors(
                Arrays.stream(text(entry, "authors").split(";")).map(RxivSource::name).toList())
            .organization(text(entry, "author_corresponding_institution"));
    return entry.path("version").asInt(1) > 1
        ? paper.mentionedOn(date).build()
        : paper.announcedOn(date).publishedOn(day(entry, "date").orElse(date)).build();
  }

  /** {@code Doe, J. A.} is J. A. Doe. */
  private static String name(String written) {
    int comma = written.indexOf(',');
    return comma < 0
        ? written.strip()
        : written.substring(comma + 1).strip() + " " + written.substring(0, comma).strip();
  }
}
