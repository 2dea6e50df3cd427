package org.paperround.bounce.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/**
 * Proves that a message is Amazon SNS's: signed by the certificate it names, which must lie at
 * SNS's own address, in version 1 (SHA-1) or 2 (SHA-256) of its signatures.
 */
@ApplicationScoped
class SnsSignature {

  private final SnsEndpoints endpoints;
  private final Clock clock;

  SnsSignature(SnsEndpoints endpoints, Clock clock) {
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /**
   * Whether it is.
   *
   * @throws SnsUnreachable if the certificate cannot be had now
   */
  boolean isRight(SnsMessage message) {
    Optional<URI> url =
        SnsMessage.amazon(message.field("SigningCertURL"))
            .filter(uri -> uri.getPath() != null && uri.getPath().endsWith(".pem"));
    Optional<String> algorithm = algorithm(message.field("SignatureVersion"));
    if (url.isEmpty() || algorithm.isEmpty()) {
      return false;
    }
    try {
      byte[] given = Base64.getDecoder().decode(message.field("Signature"));
      X509Certificate certificate = endpoints.certificate(url.get());
      certificate.checkValidity(Date.from(clock.instant()));
      Signature signature = Signature.getInstance(algorithm.get());
      signature.initVerify(certificate);
      signature.update(message.signed().getBytes(StandardCharsets.UTF_8));
      return signature.verify(given);
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Optional<String> algorithm(String version) {
    return switch (version) {
      case "1" -> Optional.of("SHA1withRSA");
      case "2" -> Optional.of("SHA256withRSA");
      default -> Optional.empty();
    };
  }
}
