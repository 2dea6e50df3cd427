package org.paperround.admin;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.paperround.paper.IngestionLog;

/** What sources brought lately, for the operator's eyes. */
@AdminOnly
@Path("/admin/ingestions")
class IngestionsPage {

  private static final int SHOWN = 100;

  private final IngestionLog log;

  IngestionsPage(IngestionLog log) {
    this.log = log;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance look() {
    return AdminPages.ingestions(log.page(0, SHOWN).stream().map(IngestionView::of).toList());
  }
}
