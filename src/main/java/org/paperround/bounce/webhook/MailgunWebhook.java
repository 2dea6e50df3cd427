package org.paperround.bounce.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.EnhancedStatus;
import org.paperround.bounce.IntakeToken;
import org.paperround.bounce.Report;
import org.paperround.bounce.Traces;
import org.paperround.bounce.webhook.WebhookReading.Closed;
import org.paperround.bounce.webhook.WebhookReading.Forged;
import org.paperround.bounce.webhook.WebhookReading.Genuine;
import org.paperround.bounce.webhook.WebhookReading.Malformed;

/**
 * Mailgun's webhooks: HMAC-SHA-256 over a timestamp and a token that stand in the body. What it
 * says of the event is not signed, so the window for replays is all that stands between whoever has
 * seen one and another event under its signature; a mail must be proven as everywhere: by its
 * Message-ID in {@code event-data.message.headers.message-id}, or by {@code
 * event-data.envelope.sender}.
 */
@ApplicationScoped
class MailgunWebhook implements Webhook {

  private final Optional<String> signingKey;
  private final SignedAt signedAt;

  MailgunWebhook(BouncesConfig config, Clock clock) {
    this.signingKey = config.mailgun().signingKey();
    this.signedAt = new SignedAt(clock, config.replayWithin());
  }

  @Override
  public BounceSource provider() {
    return BounceSource.MAILGUN;
  }

  @Override
  public WebhookReading read(WebhookRequest request) {
    if (signingKey.isEmpty()) {
      return new Closed();
    }
    Optional<JsonNode> body = Payload.parse(request.text());
    if (body.isEmpty()) {
      return new Malformed();
    }
    JsonNode signature = body.get().path("signature");
    String timestamp = Payload.text(signature, "timestamp");
    String expected =
        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, signingKey.get())
            .hmacHex(timestamp + Payload.text(signature, "token"));
    if (!IntakeToken.isSame(expected, Payload.text(signature, "signature"))) {
      return new Forged("The signature is not Mailgun's.");
    }
    if (!signedAt.isRecent(timestamp)) {
      return new Forged("Signed too long ago.");
    }
    return new Genuine(report(body.get().path("event-data")));
  }

  private static List<Report> report(JsonNode event) {
    Traces traces =
        new Traces(
            List.of(Payload.text(event.path("envelope"), "sender")),
            List.of(Payload.text(event.path("message").path("headers"), "message-id")));
    if ("complained".equals(Payload.text(event, "event"))) {
      return List.of(new Report.FeedbackReport("abuse", "", traces));
    }
    boolean permanent = "permanent".equals(Payload.text(event, "severity"));
    // A temporary failure is tried again by Mailgun, and reported as permanent if that ends badly.
    return "failed".equals(Payload.text(event, "event")) && permanent
        ? List.of(failed(event, traces))
        : List.of();
  }

  private static Report failed(JsonNode event, Traces traces) {
    JsonNode delivery = event.path("delivery-status");
    String words = Payload.text(delivery, "message");
    if (words.isEmpty()) {
      words = Payload.text(delivery, "description");
    }
    String code = Payload.text(delivery, "code");
    EnhancedStatus status =
        switch (Payload.text(event, "reason")) {
          // Mailgun's own list: it bounced there before.
          case "suppress-bounce" -> Payload.NO_SUCH_ADDRESS;
          case "suppress-complaint", "suppress-unsubscribe" -> Payload.NOT_THE_ADDRESS;
          default ->
              EnhancedStatus.of(
                  Payload.text(delivery, "enhanced-code"),
                  code + " " + words,
                  EnhancedStatus.PERMANENT);
        };
    return Payload.failed(Payload.text(event, "recipient"), status, words, traces);
  }
}
