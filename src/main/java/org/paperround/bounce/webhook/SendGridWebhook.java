package org.paperround.bounce.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.EnhancedStatus;
import org.paperround.bounce.Report;
import org.paperround.bounce.Traces;
import org.paperround.bounce.webhook.WebhookReading.Closed;
import org.paperround.bounce.webhook.WebhookReading.Forged;
import org.paperround.bounce.webhook.WebhookReading.Genuine;
import org.paperround.bounce.webhook.WebhookReading.Malformed;

/**
 * SendGrid's signed event webhook: ECDSA with SHA-256 over the timestamp's header and the body's
 * bytes. The mail is proven by its Message-ID in {@code smtp-id}.
 */
@ApplicationScoped
class SendGridWebhook implements Webhook {

  private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
  private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

  private final Optional<String> publicKey;
  private final SignedAt signedAt;

  SendGridWebhook(BouncesConfig config, Clock clock) {
    this.publicKey = config.sendgrid().publicKey();
    this.signedAt = new SignedAt(clock, config.replayWithin());
  }

  @Override
  public BounceSource provider() {
    return BounceSource.SENDGRID;
  }

  @Override
  public WebhookReading read(WebhookRequest request) {
    if (publicKey.isEmpty()) {
      return new Closed();
    }
    String timestamp = request.header(TIMESTAMP);
    if (!isSigned(publicKey.get(), timestamp, request)) {
      return new Forged("The signature is not SendGrid's.");
    }
    if (!signedAt.isRecent(timestamp)) {
      return new Forged("Signed too long ago.");
    }
    return Payload.parse(request.text())
        .filter(JsonNode::isArray)
        .<WebhookReading>map(events -> new Genuine(reports(events)))
        .orElseGet(Malformed::new);
  }

  private static boolean isSigned(String publicKey, String timestamp, WebhookRequest request) {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey.strip())));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initVerify(key);
      signature.update(timestamp.getBytes(StandardCharsets.UTF_8));
      signature.update(request.body());
      return signature.verify(Base64.getDecoder().decode(request.header(SIGNATURE)));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static List<Report> reports(JsonNode events) {
    List<Report> reports = new ArrayList<>();
    for (JsonNode event : Payload.elements(events)) {
      Traces traces = new Traces(List.of(), List.of(Payload.text(event, "smtp-id")));
      String words = Payload.text(event, "reason");
      switch (Payload.text(event, "event")) {
        case "bounce" ->
            reports.add(
                Payload.failed(Payload.text(event, "email"), status(event, words), words, traces));
        case "dropped" -> {
          // Dropped for the provider's own list: other reasons are about the mail or the account.
          if (words.equals("Bounced Address") || words.equals("Invalid")) {
            reports.add(
                Payload.failed(
                    Payload.text(event, "email"), Payload.NO_SUCH_ADDRESS, words, traces));
          }
        }
        case "spamreport" -> reports.add(new Report.FeedbackReport("abuse", words, traces));
        default -> {
          // Processed, delivered, deferred, opened, clicked.
        }
      }
    }
    return reports;
  }

  /** A "blocked" one may pass, SendGrid says, whatever its class. */
  private static EnhancedStatus status(JsonNode event, String words) {
    EnhancedStatus said =
        EnhancedStatus.of(Payload.text(event, "status"), words, EnhancedStatus.PERMANENT);
    boolean blocked = "blocked".equals(Payload.text(event, "type"));
    return blocked && said.isHard() ? Payload.MAY_PASS : said;
  }
}
