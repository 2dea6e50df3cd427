package org.paperround.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.paperround.base.InvalidRequest;
import org.paperround.subscription.TooManyRequests;

/** Turns whatever goes wrong into a problem for programs and into a page for people. */
class Errors {

  private static final Logger LOG = Logger.getLogger(Errors.class);
  private static final Map<Integer, String> DETAILS =
      Map.of(
          404, "There is nothing here.",
          405, "This method does not work here; see the Allow header.",
          406, "We cannot answer in any of the types you accept.",
          413,
              "The body is too large: 64 KiB for a sign-up, 10 MiB for papers and bounces, 512 MiB"
                  + " for a list as CSV.",
          415, "Send the type of body that is asked for here; see the documentation of the API.");

  @ServerExceptionMapper
  public Response invalid(InvalidRequest invalid, UriInfo uri, HttpHeaders headers) {
    return isProgram(uri, headers)
        ? Problem.of(invalid.errors()).response().build()
        : Notices.page(400, "");
  }

  @ServerExceptionMapper
  public Response tooMany(TooManyRequests many, UriInfo uri, HttpHeaders headers) {
    // Rounded up: who comes back when told to is let in.
    long seconds = many.retryAfter().toSeconds() + 1;
    Response answer = answer(429, "Too many requests from here; come back later.", uri, headers);
    return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, seconds).build();
  }

  @ServerExceptionMapper
  public Response link(LinkException link, UriInfo uri, HttpHeaders headers) {
    return answer(link.status(), String.valueOf(link.getMessage()), uri, headers);
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException http, UriInfo uri, HttpHeaders headers) {
    Response original = http.getResponse();
    int status = original.getStatus();
    if (original.hasEntity() || status < 400) {
      return original;
    }
    String detail =
        DETAILS.getOrDefault(status, Response.Status.fromStatusCode(status).getReasonPhrase());
    Response answer = answer(status, detail, uri, headers);
    Response.ResponseBuilder builder = Response.fromResponse(answer);
    original.getHeaders().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return builder.build();
  }

  @ServerExceptionMapper
  public Response busy(BulkheadException busy, UriInfo uri, HttpHeaders headers) {
    Response answer = answer(503, "Too many searches at once; try again shortly.", uri, headers);
    return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, 1).build();
  }

  @ServerExceptionMapper
  public Response bug(Throwable bug, UriInfo uri, HttpHeaders headers) {
    LOG.error("A request failed in a way it should not", bug);
    return answer(500, "This went wrong on our side; it is in our log.", uri, headers);
  }

  private static Response answer(int status, String detail, UriInfo uri, HttpHeaders headers) {
    return isProgram(uri, headers)
        ? Problem.of(status, detail).response().build()
        : Notices.page(status, detail);
  }

  private static boolean isProgram(UriInfo uri, HttpHeaders headers) {
    return uri.getPath().startsWith("/api/") || Accepts.json(headers);
  }
}
