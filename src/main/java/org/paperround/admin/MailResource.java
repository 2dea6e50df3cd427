package org.paperround.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidEmailAddress;
import org.paperround.delivery.LedgerPage;
import org.paperround.delivery.MailLedger;
import org.paperround.web.PageRequest;

/** The ledger: every mail and what became of it. */
@AdminOnly
@Path("/api/admin/mails")
@Produces(MediaType.APPLICATION_JSON)
class MailResource {

  private final MailLedger ledger;

  MailResource(MailLedger ledger) {
    this.ledger = ledger;
  }

  @GET
  public LedgerPage list(
      @RestQuery @Nullable String status,
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String page,
      @RestQuery @Nullable String size) {
    PageRequest asked = PageRequest.of(page, size, MailLedger.LARGEST_PAGE);
    String address = to == null || to.isBlank() ? null : key(to);
    return ledger.page(MailFilter.states(status), address, asked.page(), asked.size());
  }

  /** The address as the ledger has it; what is no address finds nothing. */
  private static String key(String to) {
    try {
      return EmailAddress.parse(to).key();
    } catch (InvalidEmailAddress none) {
      return to;
    }
  }
}
