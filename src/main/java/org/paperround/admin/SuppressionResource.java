package org.paperround.admin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.paperround.base.RequestFields;
import org.paperround.suppression.SuppressedAddress;
import org.paperround.suppression.SuppressionReason;
import org.paperround.suppression.Suppressions;
import org.paperround.web.ApiPage;
import org.paperround.web.JsonBody;
import org.paperround.web.PageRequest;
import org.paperround.web.Problem;

/** The addresses we must not mail: see them, add one, lift one. */
@AdminOnly
@Path("/api/admin/suppressions")
@Produces(MediaType.APPLICATION_JSON)
class SuppressionResource {

  private static final int LARGEST_PAGE = 500;
  private static final int LONGEST_DETAIL = 1000;

  private final Suppressions suppressions;

  SuppressionResource(Suppressions suppressions) {
    this.suppressions = suppressions;
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

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void suppress(InputStream body) throws IOException {
    JsonNode asked = JsonBody.read(body, JsonBody.SMALL);
    RequestFields fields = new RequestFields(asked);
    Optional<EmailAddress> address = email(fields);
    String detail =
        fields.text(
            "detail",
            "",
            "Write a text of at most " + LONGEST_DETAIL + " characters.",
            SuppressionResource::detail);
    fields.refuseOthersThan(List.of("email", "detail"));
    fields.throwIfWrong();
    suppressions.suppress(address.orElseThrow(), SuppressionReason.MANUAL, detail);
  }

  private static Optional<EmailAddress> email(RequestFields fields) {
    String typed = fields.requiredText("email", "Say which address must not be mailed.");
    if (!typed.isEmpty()) {
      try {
        return Optional.of(EmailAddress.parse(typed));
      } catch (InvalidEmailAddress malformed) {
        fields.wrong("email", String.valueOf(malformed.getMessage()));
      }
    }
    return Optional.empty();
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

  private static String detail(String text) {
    String detail = text.strip();
    // PostgreSQL stores no NUL.
    if (detail.length() > LONGEST_DETAIL || detail.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("No detail we can keep");
    }
    return detail;
  }
}
