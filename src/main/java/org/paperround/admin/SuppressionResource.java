package org.paperround.admin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;
import org.paperround.base.InvalidEmailAddress;
import org.paperround.base.InvalidRequest;
import org.paperround.base.RequestFields;
import org.paperround.suppression.SuppressedAddress;
import org.paperround.suppression.SuppressionHistory;
import org.paperround.suppression.SuppressionPeriod;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;
import org.paperround.web.Accepts;
import org.paperround.web.ApiPage;
import org.paperround.web.JsonBody;
import org.paperround.web.PageRequest;
import org.paperround.web.Problem;

/** The addresses we must not mail: see them, add some, lift one, see what was. */
@AdminOnly
@Path("/api/admin/suppressions")
@Produces(MediaType.APPLICATION_JSON)
class SuppressionResource {

  private static final int LARGEST_PAGE = 500;

  private final Suppressions suppressions;
  private final SuppressionHistory history;
  private final SuppressionCsv csv;

  SuppressionResource(Suppressions suppressions, SuppressionHistory history, SuppressionCsv csv) {
    this.suppressions = suppressions;
    this.history = history;
    this.csv = csv;
  }

  @GET
  public ApiPage<SuppressedAddress> list(
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String page,
      @RestQuery @Nullable String size) {
    PageRequest asked = PageRequest.of(page, size, LARGEST_PAGE);
    Optional<EmailAddress> only = address(to == null ? "" : to);
    if (only.isEmpty() && to != null && !to.isBlank()) {
      // As in the ledger: what is no address finds nothing.
      return new ApiPage<>(List.of(), asked.page(), asked.size(), 0);
    }
    EmailAddress filter = only.orElse(null);
    return new ApiPage<>(
        suppressions.page(filter, asked.page(), asked.size()),
        asked.page(),
        asked.size(),
        suppressions.count(filter));
  }

  /** The whole list; only for those who ask for this type. */
  @GET
  @Produces("text/csv;qs=0.1")
  public Response export() {
    return csv.write();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void suppress(InputStream body) throws IOException {
    JsonNode asked = JsonBody.read(body, JsonBody.SMALL);
    RequestFields fields = new RequestFields(asked);
    Optional<EmailAddress> address = SuppressionFields.email(fields);
    String detail = SuppressionFields.detail(fields);
    fields.refuseOthersThan(List.of("email", "detail"));
    fields.throwIfWrong();
    suppressions.suppress(address.orElseThrow(), SuppressionReason.MANUAL, detail);
  }

  @POST
  @Consumes("text/csv")
  @Produces({"text/csv", MediaType.APPLICATION_JSON})
  public Response bring(InputStream body, @Context HttpHeaders headers) throws IOException {
    return csv.read(body, Accepts.json(headers));
  }

  /** What happened to an address, also when it may be mailed again. */
  @GET
  @Path("/history")
  public ApiPage<SuppressionPeriod> history(
      @RestQuery @Nullable String email,
      @RestQuery @Nullable String page,
      @RestQuery @Nullable String size) {
    PageRequest asked = PageRequest.of(page, size, LARGEST_PAGE);
    EmailAddress address =
        address(email == null ? "" : email)
            .orElseThrow(() -> InvalidRequest.of("email", "Say which address, whole."));
    return new ApiPage<>(
        history.page(address, asked.page(), asked.size()),
        asked.page(),
        asked.size(),
        history.count(address));
  }

  // A local part may hold slashes.
  @DELETE
  @Path("/{address: .+}")
  public Response lift(@RestPath String address) {
    return address(address).map(this::lift).orElseGet(SuppressionResource::notListed);
  }

  private Response lift(EmailAddress address) {
    return switch (suppressions.lift(address)) {
      case LIFTED -> Response.noContent().build();
      case NOT_LISTED -> notListed();
      case STAYS_ERASED ->
          Problem.of(
                  409,
                  "The reader asked to be forgotten; only their own confirmation lifts that. They"
                      + " can sign up again at any time.")
              .response()
              .build();
    };
  }

  private static Response notListed() {
    return Problem.of(404, "This address is not on the suppression list.").response().build();
  }

  private static Optional<EmailAddress> address(String text) {
    try {
      return Optional.of(EmailAddress.parse(text));
    } catch (InvalidEmailAddress none) {
      return Optional.empty();
    }
  }
}
