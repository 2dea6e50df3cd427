package org.paperround.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What browsers may do with our pages: nothing but show them. A page may set its own policy. */
class SecurityHeaders {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @ServerResponseFilter
  public void protect(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      headers.computeIfAbsent(
          "Content-Security-Policy", name -> new java.util.ArrayList<>(java.util.List.of(POLICY)));
    }
    if (!READS.contains(request.getMethod()) || isPersonal(request.getUriInfo().getPath())) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static boolean isPersonal(String path) {
    return !path.equals("/")
        && !path.startsWith("/papers/")
        && !path.startsWith("/api/papers")
        && !path.startsWith("/api/topics");
  }
}
