package org.paperround.admin;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.paperround.web.Problem;

/** Lets only the operator in. The token is compared in constant time and never logged. */
@Provider
@AdminOnly
class AdminFilter implements ContainerRequestFilter {

  private static final String SCHEME = "bearer ";

  // Asked at the first request: filters are made before there is a configuration.
  private final Instance<AdminConfig> config;

  AdminFilter(Instance<AdminConfig> config) {
    this.config = config;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (given == null || !given.toLowerCase(Locale.ROOT).startsWith(SCHEME) || !isToken(given)) {
      request.abortWith(
          Problem.of(401, "The operator's bearer token is needed here.")
              .response()
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"paperround\"")
              .build());
    }
  }

  private boolean isToken(String given) {
    byte[] claimed = bytes(given.substring(SCHEME.length()).strip());
    Optional<String> token = config.get().token().filter(text -> !text.isBlank());
    return token.filter(text -> MessageDigest.isEqual(bytes(text), claimed)).isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
