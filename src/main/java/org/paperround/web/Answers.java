package org.paperround.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.paperround.subscription.SubscriptionView;

/** Answers whose type does not depend on what the client says it accepts: they are never a 406. */
final class Answers {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private Answers() {}

  static Response page(TemplateInstance page) {
    return page(200, page);
  }

  static Response page(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  static Response json(Object entity) {
    return Response.ok(entity, MediaType.APPLICATION_JSON_TYPE).build();
  }

  static Response status(SubscriptionView subscription) {
    return json(Map.of("status", subscription.status()));
  }
}
