package org.paperround.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.paperround.bounce.BounceIntake;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.IntakeToken;
import org.paperround.bounce.webhook.WebhookAnswer;
import org.paperround.bounce.webhook.WebhookRequest;
import org.paperround.bounce.webhook.Webhooks;

/** What comes back for our mails: messages from a relay's pipe, events from mail providers. */
@Path("/api/bounces")
@Produces(MediaType.APPLICATION_JSON)
class BounceResource {

  private static final int MOST_RECIPIENTS = 20;

  private final IntakeToken token;
  private final BounceIntake intake;
  private final Webhooks webhooks;

  BounceResource(IntakeToken token, BounceIntake intake, Webhooks webhooks) {
    this.token = token;
    this.intake = intake;
    this.webhooks = webhooks;
  }

  @POST
  @Consumes("message/rfc822")
  public Response message(
      InputStream body, HttpHeaders headers, @RestQuery @Nullable List<String> recipient)
      throws IOException {
    if (!token.admits(headers.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      return Problem.of(401, "The bearer token for bounces is needed here.")
          .response()
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"paperround\"")
          .build();
    }
    byte[] message = bounded(body, JsonBody.LARGE);
    List<String> deliveredTo =
        recipient == null ? List.of() : recipient.stream().limit(MOST_RECIPIENTS).toList();
    return Response.ok(intake.take(message, deliveredTo, BounceSource.PIPE)).build();
  }

  @POST
  @Path("/{provider}")
  public Response event(InputStream body, HttpHeaders headers, @RestPath String provider)
      throws IOException {
    byte[] bytes = bounded(body, Webhooks.LARGEST);
    WebhookAnswer answer =
        webhooks.take(provider, new WebhookRequest(bytes, headers::getHeaderString));
    return answer.status() == 200
        ? Response.ok(Map.of("recorded", answer.recorded())).build()
        : Problem.of(answer.status(), answer.detail()).response().build();
  }

  private static byte[] bounded(InputStream body, int most) throws IOException {
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new WebApplicationException(413);
    }
    return bytes;
  }
}
