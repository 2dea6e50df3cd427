package org.paperround.delivery.smtp;

import io.quarkus.mailer.runtime.DkimSignOptionsConfig;
import io.quarkus.mailer.runtime.DkimSignOptionsConfig.CanonicalizationAlgorithmOption;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.config.SenderIdentity;

/**
 * Signs digests with DKIM (RFC 6376) as {@code quarkus.mailer.dkim.*} says, as the Quarkus Mailer
 * signs the mails it sends; does nothing when that is not enabled.
 */
@ApplicationScoped
class DkimSignature {

  private static final String NAME = "DKIM-Signature";
  private static final List<String> SIGNED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "MIME-Version",
          "Content-Type");

  private final @Nullable DKIMSigner signer;
  private final String template;
  private final Clock clock;
  private final boolean timestamped;

  DkimSignature(MailersRuntimeConfig mailers, SenderIdentity identity, Clock clock) {
    DkimSignOptionsConfig config =
        Optional.ofNullable(mailers.mailers().get(SenderIdentity.DEFAULT_MAILER))
            .orElseThrow()
            .dkim();
    this.clock = clock;
    this.timestamped = config.signatureTimestamp().orElse(false);
    this.signer = config.enabled() ? new DKIMSigner("", key(config)) : null;
    this.template = config.enabled() ? template(config, identity) : "";
  }

  /** Puts the signature before the other fields. */
  void sign(EncodedMessage message) {
    if (signer == null) {
      return;
    }
    try {
      String record =
          timestamped ? template + " t=" + clock.instant().getEpochSecond() + ";" : template;
      BodyHasher hasher = signer.newBodyHasher(signer.newSignatureRecordTemplate(record));
      try (var body = hasher.getOutputStream()) {
        message.writeBodyTo(body);
      }
      String field = signer.sign(new Fields(message.headers()), hasher);
      message.prepend(NAME, HeaderText.structured(NAME, field.substring(NAME.length() + 1)));
    } catch (IOException | PermFailException unusable) {
      throw new IllegalStateException("The DKIM signature cannot be made", unusable);
    }
  }

  private static String template(DkimSignOptionsConfig config, SenderIdentity identity) {
    List<String> signed = config.signedHeaders().orElse(SIGNED);
    StringBuilder tags = new StringBuilder("v=1; a=rsa-sha256; c=");
    tags.append(canonicalization(config.headerCanonAlgo()))
        .append('/')
        .append(canonicalization(config.bodyCanonAlgo()))
        .append("; d=")
        .append(config.sdid().orElseGet(identity::domain))
        .append("; s=")
        .append(config.selector().orElse("default"))
        .append("; ");
    config.auid().ifPresent(auid -> tags.append("i=").append(auid).append("; "));
    return tags.append("h=").append(String.join(":", signed)).append("; bh=; b=;").toString();
  }

  private static String canonicalization(Optional<CanonicalizationAlgorithmOption> algorithm) {
    return algorithm.filter(CanonicalizationAlgorithmOption.SIMPLE::equals).isPresent()
        ? "simple"
        : "relaxed";
  }

  private static PrivateKey key(DkimSignOptionsConfig config) {
    try {
      String pem =
          config.privateKeyPath().isPresent()
              ? Files.readString(Path.of(config.privateKeyPath().get()))
              : config.privateKey().orElseThrow();
      String base64 = pem.replaceAll("-----[^-]*-----", "").replaceAll("\\s+", "");
      return DKIMSigner.getPrivateKey(base64);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The DKIM key cannot be read", unreadable);
    } catch (GeneralSecurityException noKey) {
      throw new IllegalStateException("The DKIM key is no PKCS#8 RSA key", noKey);
    }
  }

  /** The fields of a message as a signer reads them. */
  private record Fields(Map<String, String> headers) implements Headers {

    @Override
    public List<String> getFields() {
      return headers.entrySet().stream().map(field -> line(field)).toList();
    }

    @Override
    public List<String> getFields(String name) {
      return headers.entrySet().stream()
          .filter(field -> field.getKey().equalsIgnoreCase(name))
          .map(Fields::line)
          .toList();
    }

    private static String line(Map.Entry<String, String> field) {
      return field.getKey() + ": " + field.getValue();
    }
  }
}
