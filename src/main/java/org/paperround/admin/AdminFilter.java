package org.paperround.admin;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.web.Problem;

/**
 * Lets only the operator in. The token is compared in constant time and never logged. Browsers may
 * give it as the password of HTTP Basic (RFC 7617), for looking only: they would send it along with
 * what another site makes them post.
 */
@Provider
@AdminOnly
class AdminFilter implements ContainerRequestFilter {

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  // Asked at the first request: filters are made before there is a configuration.
  private final Instance<AdminConfig> config;

  AdminFilter(Instance<AdminConfig> config) {
    this.config = config;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean looks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (claimed(request.getHeaderString(HttpHeaders.AUTHORIZATION), looks)
        .filter(this::isToken)
        .isEmpty()) {
      request.abortWith(
          Problem.of(401, "The operator's bearer token is needed here.")
              .response()
              .header(HttpHeaders.WWW_AUTHENTICATE, challenge(request, looks))
              .build());
    }
  }

  private static String challenge(ContainerRequestContext request, boolean looks) {
    boolean page = request.getUriInfo().getPath().startsWith("/admin");
    return (looks && page ? "Basic" : "Bearer") + " realm=\"paperround\"";
  }

  private static Optional<String> claimed(@Nullable String given, boolean looks) {
    String scheme = given == null ? "" : given.toLowerCase(Locale.ROOT);
    if (given != null && scheme.startsWith(BEARER)) {
      return Optional.of(given.substring(BEARER.length()).strip());
    }
    return given != null && looks && scheme.startsWith(BASIC)
        ? password(given.substring(BASIC.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> password(String credentials) {
    try {
      String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = decoded.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(decoded.substring(colon + 1));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private boolean isToken(String claimed) {
    Optional<String> token = config.get().token().filter(text -> !text.isBlank());
    return token.filter(text -> MessageDigest.isEqual(bytes(text), bytes(claimed))).isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
