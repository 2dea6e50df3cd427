package org.paperround.admin;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.IngestionLog;
import org.paperround.web.PageRequest;

/** What sources brought lately, for the operator's eyes. */
@AdminOnly
@Path("/admin/ingestions")
class IngestionsPage {

  /** About a day of hourly sources; each may have a hundred categories and more. */
  private static final int SHOWN = 50;

  private final IngestionLog log;

  IngestionsPage(IngestionLog log) {
    this.log = log;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance look(@RestQuery @Nullable String page) {
    int asked = PageRequest.of(page, null, SHOWN).page();
    long last = Math.max(0, (log.count() - 1) / SHOWN);
    return AdminPages.ingestions(IngestionsView.of(log.page(asked, SHOWN), asked, last));
  }
}
