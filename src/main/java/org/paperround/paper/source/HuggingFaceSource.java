package org.paperround.paper.source;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.paperround.paper.PaperSource;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.SourceFailure;

/**
 * Hugging Face Daily Papers: the papers people put forward on a day, with votes and comments. Read
 * leniently, because fields come and go every few months.
 */
@ApplicationScoped
class HuggingFaceSource implements PaperSource {

  private static final String WHO = "Hugging Face";
  private static final int PAGE = 50;

  private final SourceJson http;
  private final HuggingFaceConfig config;

  HuggingFaceSource(SourceJson http, HuggingFaceConfig config) {
    this.http = http;
    this.config = config;
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
    TreeSet<LocalDate> days = new TreeSet<>();
    SourceAnswer answer =
        PagedPapers.read(
            WHO,
            0,
            (page, papers) -> {
              JsonNode entries = page(date, page);
              int before = papers.size();
              papers.each(
                  entries,
                  entry -> {
                    HuggingFaceEntry read = new HuggingFaceEntry(entry, date);
                    read.listedOn().ifPresent(days::add);
                    return read.paper(name());
                  });
              // A server that does not know pages answers with the first again.
              boolean last = entries.size() < PAGE || papers.size() == before;
              return last ? Optional.empty() : Optional.of(page + 1);
            });
    refuseStale(date, days);
    return answer;
  }

  private JsonNode page(LocalDate date, int page) {
    String path = "/api/daily_papers?date={}&p={}&limit={}";
    return SourceJson.list(WHO, http.get(WHO, config.url(), path, date, page, PAGE), "");
  }

  /** A list none of whose entries belongs to the day asked for is another day's. */
  private static void refuseStale(LocalDate date, TreeSet<LocalDate> days) {
    if (!days.isEmpty() && !days.contains(date)) {
      throw SourceFailure.stale(WHO + " answered with the list of " + days.first());
    }
  }
}
