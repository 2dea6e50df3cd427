package org.paperround.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.paperround.bounce.webhook.Webhooks;

/**
 * Refuses a body by the length it claims, before any of it is read, and says so: 64 KiB, 10 MiB for
 * papers and bounces, 512 MiB for lists the operator brings as CSV. What claims no length is
 * counted while it is read.
 */
@ApplicationScoped
public class BodyLimit {

  /** The longest list, in bytes. It is never in memory whole. */
  public static final long UPLOAD = 512L * 1024 * 1024;

  private static final Set<String> UPLOADS =
      Set.of("/api/admin/subscribers/import", "/api/admin/suppressions");

  // The server's own limit counts what it has read ahead; ours is to be the first to speak.
  private static final long READ_AHEAD = 1024 * 1024;

  private final ObjectMapper json;

  BodyLimit(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::check);
    // Behind the server's own limit, which is one for all paths.
    router
        .route()
        .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
        .handler(BodyLimit::letUploadsPass);
  }

  private void check(RoutingContext context) {
    long most = most(context);
    if (claimed(context) <= most) {
      if (isUpload(context)) {
        // Checked here; the server's own limit would refuse it.
        context.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
      }
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

  private static void letUploadsPass(RoutingContext context) {
    if (isUpload(context)) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, UPLOAD + READ_AHEAD);
    }
    context.next();
  }

  private static long most(RoutingContext context) {
    if (isUpload(context)) {
      return UPLOAD;
    }
    String path = context.normalizedPath();
    return switch (path) {
      case "/api/admin/papers", "/api/bounces" -> JsonBody.LARGE;
      default -> path.startsWith("/api/bounces/") ? Webhooks.LARGEST : JsonBody.SMALL;
    };
  }

  private static boolean isUpload(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null
        && type.strip().toLowerCase(Locale.ROOT).startsWith("text/csv")
        && UPLOADS.contains(context.normalizedPath());
  }

  private static long claimed(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }

  private String body(long most) {
    try {
      return json.writeValueAsString(
          Problem.of(413, "The body may have at most " + most / 1024 + " KiB here."));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
