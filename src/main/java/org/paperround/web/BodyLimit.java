package org.paperround.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.paperround.bounce.webhook.Webhooks;

/**
 * Refuses a body by the length it claims, before any of it is read, and says so: 64 KiB, or 10 MiB
 * for papers and bounces. What claims no length is counted while it is read.
 */
@ApplicationScoped
class BodyLimit {

  private final ObjectMapper json;

  BodyLimit(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::check);
  }

  private void check(RoutingContext context) {
    int most = most(context.normalizedPath());
    if (claimed(context) <= most) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
        // This answer goes out before the headers of every other answer are set.
        .putHeader("X-Content-Type-Options", "nosniff")
        // The rest of the body is not read, so the connection cannot be used again.
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(body(most));
  }

  private static int most(String path) {
    return switch (path) {
      case "/api/admin/papers", "/api/bounces" -> JsonBody.LARGE;
      default -> path.startsWith("/api/bounces/") ? Webhooks.LARGEST : JsonBody.SMALL;
    };
  }

  private static long claimed(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }

  private String body(int most) {
    try {
      return json.writeValueAsString(
          Problem.of(413, "The body may have at most " + most / 1024 + " KiB here."));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
