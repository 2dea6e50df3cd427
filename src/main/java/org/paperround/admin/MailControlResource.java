package org.paperround.admin;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.BulkOutcome;
import org.paperround.delivery.CancelOutcome;
import org.paperround.delivery.LedgerEntry;
import org.paperround.delivery.MailControl;
import org.paperround.delivery.MailLedger;
import org.paperround.delivery.MailState;
import org.paperround.delivery.RetryOutcome;
import org.paperround.web.Problem;

/** Mails sent again or taken back, one or many; answers what the ledger says then. */
@AdminOnly
@Path("/api/admin/mails")
@Produces(MediaType.APPLICATION_JSON)
class MailControlResource {

  private static final Set<MailState> RETRIED = EnumSet.of(MailState.FAILED, MailState.DEFERRED);
  private static final Set<MailState> CANCELLED =
      EnumSet.of(MailState.QUEUED, MailState.DEFERRED, MailState.SENDING);

  private final MailControl control;
  private final MailLedger ledger;

  MailControlResource(MailControl control, MailLedger ledger) {
    this.control = control;
    this.ledger = ledger;
  }

  @POST
  @Path("/{id: \\d{1,18}}/retry")
  public Response retry(@RestPath long id) {
    RetryOutcome outcome = control.retry(id);
    return switch (outcome) {
      case QUEUED, DUE_NOW, WAITS_ALREADY -> entry(200, id);
      case UNKNOWN -> unknown();
      case ON_THE_WIRE ->
          refused("It is on the wire just now. Look again when its answer is here.");
      case SENT -> refused("The next server took it already; sending it again would double it.");
      case SUPPRESSED ->
          refused(
              "Its address is on the suppression list. Lift it there if the mailbox is in order"
                  + " again; the reader's next digest then leaves as ever.");
      case CANCELLED ->
          refused("It was taken back, and stays so; its papers may come in the next digest.");
      case EXPIRED ->
          refused(
              "It is stale, and its papers are free already: they come in the next digest. Run a"
                  + " round if the reader is due.");
      case ERASED -> refused("Its reader was erased, so there is no address to send it to.");
      case CAME_ELSEWHERE ->
          refused(
              "Its papers went out in a later digest; nobody gets a paper twice. Nothing is left to"
                  + " do.");
      case NOT_WANTED ->
          refused("Its reader left or paused since; nobody is mailed against their will.");
      case GONE -> refused("The digest is no longer kept, so it cannot be written again.");
    };
  }

  @POST
  @Path("/retry")
  public Map<String, Long> retry(
      @RestQuery @Nullable String status,
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable String since) {
    BulkOutcome outcome = control.retry(MailFilter.selection(status, kind, since, RETRIED));
    return Map.of("retried", outcome.done(), "refused", outcome.others());
  }

  @POST
  @Path("/{id: \\d{1,18}}/cancel")
  public Response cancel(@RestPath long id) {
    CancelOutcome outcome = control.cancel(id);
    return switch (outcome) {
      case CANCELLED -> entry(200, id);
      case ASKED -> entry(202, id);
      case OVER ->
          refused("It has ended already: " + stateOf(id) + ". There is nothing to take back.");
      case UNKNOWN -> unknown();
    };
  }

  @POST
  @Path("/cancel")
  public Map<String, Long> cancel(
      @RestQuery @Nullable String status,
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable String since) {
    BulkOutcome outcome = control.cancel(MailFilter.selection(status, kind, since, CANCELLED));
    return Map.of("cancelled", outcome.done(), "onTheWire", outcome.others());
  }

  private Response entry(int status, long id) {
    return ledger
        .entry(id)
        .map(entry -> Response.status(status).entity(entry).build())
        .orElseGet(MailControlResource::unknown);
  }

  private String stateOf(long id) {
    return ledger.entry(id).map(LedgerEntry::state).map(Enum::name).orElse("forgotten");
  }

  private static Response unknown() {
    return Problem.of(404, "There is no mail of this number in the ledger.").response().build();
  }

  private static Response refused(String detail) {
    return Problem.of(409, detail).response().build();
  }
}
