package org.paperround.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.paperround.paper.IngestPapers;
import org.paperround.paper.PaperJson;
import org.paperround.paper.SourceAnswer;

/**
 * The sample papers, announced on the working days before start, so that a first digest has some.
 */
@IfBuildProfile("dev")
@ApplicationScoped
class Samples {

  private static final Logger LOG = Logger.getLogger(Samples.class);
  private static final String FILE = "/samples/papers.json";
  private static final int PAPERS_A_DAY = 5;

  private final IngestPapers ingest;
  private final ObjectMapper json;
  private final Clock clock;

  Samples(IngestPapers ingest, ObjectMapper json, Clock clock) {
    this.ingest = ingest;
    this.json = json;
    this.clock = clock;
  }

  void bringIn() {
    ArrayNode papers = read();
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (int i = 0; i < papers.size(); i++) {
      if (i % PAPERS_A_DAY == 0) {
        day = workingDayBefore(day);
      }
      ((ObjectNode) papers.get(i))
          .put("announcedAt", day.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }
    SourceAnswer answer = PaperJson.read(papers, IngestPapers.FILE);
    answer.rejected().forEach(rejected -> LOG.errorf("A sample is wrong: %s", rejected));
    ingest.acceptPapers(answer.papers());
  }

  private static LocalDate workingDayBefore(LocalDate day) {
    LocalDate before = day.minusDays(1);
    return switch (before.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> before.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
      default -> before;
    };
  }

  private ArrayNode read() {
    try (InputStream in = Samples.class.getResourceAsStream(FILE)) {
      JsonNode papers = json.readTree(Objects.requireNonNull(in, FILE));
      return (ArrayNode) papers;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
