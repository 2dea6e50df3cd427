package org.paperround.admin;

import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.admin.csv.Columns;
import org.paperround.admin.csv.CsvImport;
import org.paperround.admin.csv.RowOutcome;
import org.paperround.base.InvalidRequest;
import org.paperround.subscription.FirstDigest;
import org.paperround.subscription.ImportResult;
import org.paperround.subscription.SubscriberImport;
import org.paperround.suppression.SuppressionReason;
import org.paperround.web.Accepts;

/** Readers the operator brings from elsewhere, as CSV. */
@AdminOnly
@Path("/api/admin/subscribers/import")
class SubscriberImportResource {

  private static final Columns COLUMNS =
      new Columns(SubscriberImport.COLUMNS, SubscriberImport.REQUIRED, SubscriberImport.ALIASES);

  private final SubscriberImport imports;

  SubscriberImportResource(SubscriberImport imports) {
    this.imports = imports;
  }

  @POST
  @Consumes("text/csv")
  @Produces({"text/csv", MediaType.APPLICATION_JSON})
  public Response take(
      InputStream body, @RestQuery @Nullable String first, @Context HttpHeaders headers)
      throws IOException {
    SubscriberImport.Run run = imports.begin(first(first));
    return CsvImport.run(body, COLUMNS, rows -> outcomes(run, rows), Accepts.json(headers));
  }

  private static FirstDigest first(@Nullable String first) {
    if (first == null || first.isBlank()) {
      return FirstDigest.AT_SLOT;
    }
    if (first.equals("now")) {
      return FirstDigest.NOW;
    }
    throw InvalidRequest.of("first", "Say now, or leave it out for the first ordinary slot.");
  }

  private static List<RowOutcome> outcomes(
      SubscriberImport.Run run, List<Map<String, String>> rows) {
    return run.take(rows).stream().map(SubscriberImportResource::outcome).toList();
  }

  private static RowOutcome outcome(ImportResult result) {
    if (result instanceof ImportResult.Invalid invalid) {
      return RowOutcome.error(invalid.errors());
    }
    if (result instanceof ImportResult.Suppressed suppressed) {
      return new RowOutcome(RowOutcome.Kind.SUPPRESSED, why(suppressed.reason()));
    }
    return result instanceof ImportResult.Unchanged
        ? new RowOutcome(
            RowOutcome.Kind.UNCHANGED,
            "The address has a subscription, from before or from a row above; it stays as it is.")
        : RowOutcome.imported();
  }

  private static String why(SuppressionReason reason) {
    return reason == SuppressionReason.ERASED
        ? "ERASED: the reader asked to be forgotten; only their own sign-up brings them back."
        : reason + ": the address must not be mailed.";
  }
}
