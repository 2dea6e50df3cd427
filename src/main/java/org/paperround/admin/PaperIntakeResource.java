package org.paperround.admin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.paperround.base.InvalidRequest;
import org.paperround.paper.IngestPapers;
import org.paperround.paper.InvalidPaper;
import org.paperround.paper.PaperJson;
import org.paperround.paper.RejectedPaper;
import org.paperround.paper.SourceAnswer;
import org.paperround.paper.StoredCounts;
import org.paperround.web.JsonBody;

/** Papers the operator brings in our own format. */
@AdminOnly
@Path("/api/admin/papers")
@Produces(MediaType.APPLICATION_JSON)
class PaperIntakeResource {

  private final IngestPapers ingest;

  PaperIntakeResource(IngestPapers ingest) {
    this.ingest = ingest;
  }

  /**
   * What became of the papers; those that were known and said nothing new count only as received.
   */
  record Answer(int received, int created, int updated, List<RejectedPaper> rejected) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Answer accept(InputStream body) throws IOException {
    JsonNode array = JsonBody.read(body, JsonBody.LARGE);
    try {
      SourceAnswer read = PaperJson.read(array, IngestPapers.FILE);
      StoredCounts stored = ingest.acceptPapers(read.papers());
      return new Answer(array.size(), stored.created(), stored.updated(), read.rejected());
    } catch (InvalidPaper noArray) {
      throw InvalidRequest.of("", String.valueOf(noArray.getMessage()));
    }
  }
}
