package org.paperround.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What browsers may do with our pages: nothing but show them, and on the front page try topics
 * while they are typed. A page may set its own policy.
 */
class SecurityHeaders {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<String> WITH_SCRIPT = Set.of("/", "/subscribe", "/preview");
  private static final String SCRIPT = " script-src 'self'; connect-src 'self';";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @ServerResponseFilter
  public void protect(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      headers.computeIfAbsent("Content-Security-Policy", name -> policy(request));
    }
    if (!READS.contains(request.getMethod()) || isPersonal(request.getUriInfo().getPath())) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static List<Object> policy(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return new ArrayList<>(
        List.of(WITH_SCRIPT.contains(path) ? POLICY.replaceFirst(";", ";" + SCRIPT) : POLICY));
  }

  private static boolean isPersonal(String path) {
    return !path.equals("/")
        && !path.startsWith("/papers/")
        && !path.startsWith("/api/papers")
        && !path.startsWith("/api/topics");
  }
}
