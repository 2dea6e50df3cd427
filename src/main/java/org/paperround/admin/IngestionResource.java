package org.paperround.admin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.base.InvalidPaperId;
import org.paperround.base.InvalidRequest;
import org.paperround.base.PaperId;
import org.paperround.base.RequestFields;
import org.paperround.paper.IngestPapers;
import org.paperround.paper.Ingestion;
import org.paperround.paper.IngestionLog;
import org.paperround.paper.SourceBusy;
import org.paperround.paper.UnknownSource;
import org.paperround.web.ApiPage;
import org.paperround.web.Days;
import org.paperround.web.JsonBody;
import org.paperround.web.PageRequest;
import org.paperround.web.Problem;

/** Ingestions: run one now, see those that ran. */
@AdminOnly
@Path("/api/admin/ingestions")
@Produces(MediaType.APPLICATION_JSON)
class IngestionResource {

  private static final int LARGEST_PAGE = 200;
  private static final int MOST_IDS = 100;

  private final IngestPapers ingest;
  private final IngestionLog log;
  private final Clock clock;

  IngestionResource(IngestPapers ingest, IngestionLog log, Clock clock) {
    this.ingest = ingest;
    this.log = log;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response run(InputStream body) throws IOException {
    JsonNode asked = JsonBody.read(body, JsonBody.SMALL);
    RequestFields fields = new RequestFields(asked);
    String source = fields.requiredText("source", "Name the source, such as huggingface.");
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate date =
        fields.text("date", today, "Write the date as 2026-05-04.", IngestionResource::day);
    LocalDate since =
        fields.field("since") == null
            ? null
            : fields.text("since", today, "Write the day as 2026-05-04.", IngestionResource::day);
    if (since != null && since.isAfter(today)) {
      fields.wrong("since", "Name a day up to today, " + today + ".");
    }
    List<PaperId> ids = ids(fields);
    fields.refuseOthersThan(List.of("source", "date", "since", "ids"));
    if (ingest.announcingSources().contains(source)) {
      refuseOtherDays(fields, source, date, today);
    } else if (ingest.sources().contains(source)) {
      refuseWhatItDoesNotKnow(fields, source);
    }
    fields.throwIfWrong();
    try {
      Ingestion ingestion =
          ids.isEmpty() ? ingest.run(source, date, since) : ingest.find(source, ids);
      return Response.ok(ingestion).build();
    } catch (SourceBusy busy) {
      return Problem.of(409, String.valueOf(busy.getMessage())).response().build();
    } catch (UnknownSource unknown) {
      throw InvalidRequest.of("source", String.valueOf(unknown.getMessage()));
    }
  }

  private void refuseOtherDays(
      RequestFields fields, String source, LocalDate date, LocalDate today) {
    if (!date.equals(today) && !date.equals(ingest.announcedDay(source))) {
      fields.wrong(
          "date",
          source + " announces today's papers only. To bring in those of earlier days, use since.");
    }
    if (fields.field("ids") != null && fields.field("since") != null) {
      fields.wrong("ids", "Ask for single papers or since a day, not both.");
    }
  }

  private void refuseWhatItDoesNotKnow(RequestFields fields, String source) {
    if (fields.field("since") != null) {
      fields.wrong("since", source + " is asked by the day. Name one as date.");
    }
    if (fields.field("ids") != null) {
      String known = String.join(", ", ingest.announcingSources());
      fields.wrong("ids", "Single papers are known to " + known + " only.");
    }
  }

  private static List<PaperId> ids(RequestFields fields) {
    JsonNode asked = fields.field("ids");
    if (asked == null) {
      return List.of();
    }
    Set<PaperId> ids = new LinkedHashSet<>();
    if (asked.isArray() && !asked.isEmpty() && asked.size() <= MOST_IDS) {
      for (JsonNode id : asked) {
        try {
          ids.add(PaperId.parseArxiv(id.asText()));
        } catch (InvalidPaperId invalid) {
          fields.wrong("ids", id.asText() + " is no arXiv id such as 2509.22824.");
          return List.of();
        }
      }
    } else {
      fields.wrong("ids", "Send a list of 1 to " + MOST_IDS + " arXiv ids.");
    }
    return List.copyOf(ids);
  }

  private static LocalDate day(String text) {
    return Days.read(text).orElseThrow(() -> new DateTimeException("no day of papers"));
  }

  @GET
  public ApiPage<Ingestion> list(
      @RestQuery @Nullable String page, @RestQuery @Nullable String size) {
    PageRequest asked = PageRequest.of(page, size, LARGEST_PAGE);
    return new ApiPage<>(
        log.page(asked.page(), asked.size()), asked.page(), asked.size(), log.count());
  }
}
