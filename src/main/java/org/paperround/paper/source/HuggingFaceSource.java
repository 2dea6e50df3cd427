package org.paperround.paper.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.PaperSource;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;
import org.paperround.paper.SourcedPaper;

/**
 * Hugging Face Daily Papers: the papers people put forward on a day, with votes and comments. Read
 * leniently, because fields come and go every few months.
 */
@ApplicationScoped
class HuggingFaceSource implements PaperSource {

  private static final String WHO = "Hugging Face";
  private static final int PAGE = 50;
  // A day has about 15 papers; this bounds a server that never stops answering full pages.
  private static final int MOST_PAGES = 10;

  private final SourceHttp http;
  private final ObjectMapper json;
  private final String base;

  @Inject
  HuggingFaceSource(SourceHttp http, ObjectMapper json, HuggingFaceConfig config) {
    this(http, json, config.url());
  }

  HuggingFaceSource(SourceHttp http, ObjectMapper json, URI url) {
    this.http = http;
    this.json = json;
    this.base = url.toString().replaceFirst("/+$", "");
  }

  @Override
  public String name() {
    return "huggingface";
  }

  /** People go on voting. */
  @Override
  public int daysThatChange() {
    return 7;
  }

  @Override
  public SourceAnswer fetch(LocalDate date) {
    List<SourcedPaper> papers = new ArrayList<>();
    List<RejectedPaper> rejected = new ArrayList<>();
    Set<LocalDate> days = new TreeSet<>();
    Set<JsonNode> seen = new HashSet<>();
    int index = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode entries = page(date, page);
      boolean anythingNew = false;
      for (JsonNode entry : entries) {
        if (seen.add(entry.path("paper").path("id"))) {
          anythingNew = true;
        } else if (page > 0) {
          // A server that does not know pages, or a paper that slid to the next one meanwhile.
          continue;
        }
        HuggingFaceEntry read = new HuggingFaceEntry(entry, date);
        read.listedOn().ifPresent(days::add);
        try {
          papers.add(read.paper(name()));
        } catch (InvalidPaper invalid) {
          rejected.add(new RejectedPaper(index, String.valueOf(invalid.getMessage())));
        }
        index++;
      }
      if (entries.size() < PAGE || !anythingNew) {
        break;
      }
    }
    refuseStale(date, days);
    return new SourceAnswer(papers, rejected);
  }

  private JsonNode page(LocalDate date, int page) {
    URI address =
        URI.create(base + "/api/daily_papers?date=" + date + "&p=" + page + "&limit=" + PAGE);
    JsonNode entries;
    try {
      entries = json.readTree(http.get(WHO, address, "application/json"));
    } catch (IOException unparsable) {
      throw SourceFailure.failed(WHO + " answered with something that is no JSON");
    }
    if (!entries.isArray()) {
      throw SourceFailure.failed(WHO + " answered with JSON that is no list");
    }
    return entries;
  }

  /** A list none of whose entries belongs to the day asked for is another day's. */
  private static void refuseStale(LocalDate date, Set<LocalDate> days) {
    if (!days.isEmpty() && !days.contains(date)) {
      Optional<LocalDate> first = days.stream().findFirst();
      throw SourceFailure.stale(WHO + " answered with the list of " + first.orElseThrow());
    }
  }
}
