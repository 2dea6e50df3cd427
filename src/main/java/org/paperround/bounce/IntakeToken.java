package org.paperround.bounce;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bearer token (RFC 6750) whoever posts messages must have. */
@ApplicationScoped
public class IntakeToken {

  private static final String SCHEME = "Bearer ";

  private final Optional<String> token;
  private final BounceMetrics metrics;

  IntakeToken(BouncesConfig config, BounceMetrics metrics) {
    this.token = config.token().filter(text -> !text.isBlank());
    this.metrics = metrics;
  }

  /**
   * Whether a request may post messages; nobody may while no token is configured. Compared in
   * constant time; those that may not are counted.
   *
   * @param authorization the request's header
   */
  public boolean admits(@Nullable String authorization) {
    boolean right =
        authorization != null
            && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && isToken(authorization.substring(SCHEME.length()).strip());
    if (!right) {
      metrics.forged("pipe");
    }
    return right;
  }

  private boolean isToken(String given) {
    return token.filter(text -> isSame(text, given)).isPresent();
  }

  /** Whether two secrets are the same, in a time that tells nothing of where they differ. */
  public static boolean isSame(String secret, String given) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
