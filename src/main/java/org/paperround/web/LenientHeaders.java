package org.paperround.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

/**
 * Lets requests in whose {@code Accept} or {@code Content-Type} is no media type: mail providers
 * that unsubscribe somebody send what they like, and would be answered 500.
 */
@ApplicationScoped
class LenientHeaders {

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(LenientHeaders::mend);
  }

  private static void mend(RoutingContext context) {
    MultiMap headers = context.request().headers();
    if (!headers.getAll(HttpHeaders.ACCEPT).stream().allMatch(LenientHeaders::areTypes)) {
      headers.set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isType(type)) {
      headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
    }
    context.next();
  }

  private static boolean areTypes(String accept) {
    for (String type : accept.split(",", -1)) {
      if (!isType(type)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isType(String type) {
    try {
      MediaType.valueOf(type.strip());
      return true;
    } catch (IllegalArgumentException noType) {
      return false;
    }
  }
}
