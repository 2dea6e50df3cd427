package org.paperround.bounce.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
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
 * Amazon SES, which tells of bounces and complaints through a topic of Amazon SNS; who may be
 * believed says {@link SnsSignature}. The mail is proven by {@code mail.source}, the envelope
 * sender, or by its Message-ID in {@code mail.commonHeaders} or {@code mail.headers}.
 */
@ApplicationScoped
class SesWebhook implements Webhook {

  private static final Logger LOG = Logger.getLogger(SesWebhook.class);

  private final Optional<String> topicArn;
  private final SnsSignature signature;
  private final SnsEndpoints endpoints;

  SesWebhook(BouncesConfig config, SnsSignature signature, SnsEndpoints endpoints) {
    this.topicArn = config.ses().topicArn();
    this.signature = signature;
    this.endpoints = endpoints;
  }

  @Override
  public BounceSource provider() {
    return BounceSource.SES;
  }

  @Override
  public WebhookReading read(WebhookRequest request) {
    if (topicArn.isEmpty()) {
      return new Closed();
    }
    Optional<JsonNode> envelope = Payload.parse(request.text());
    if (envelope.isEmpty()) {
      return new Malformed();
    }
    SnsMessage message = new SnsMessage(envelope.get());
    if (!message.field("TopicArn").equals(topicArn.get())) {
      return new Forged("Not from the topic that is listened to.");
    }
    if (!signature.isRight(message)) {
      return new Forged("The signature is not Amazon's.");
    }
    return switch (message.field("Type")) {
      case "SubscriptionConfirmation" -> subscribe(message);
      case "Notification" -> new Genuine(reports(message.field("Message")));
      default -> new Genuine(List.of());
    };
  }

  private WebhookReading subscribe(SnsMessage message) {
    Optional<java.net.URI> url = SnsMessage.amazon(message.field("SubscribeURL"));
    if (url.isEmpty()) {
      return new Forged("It asks us to visit what is not Amazon's.");
    }
    endpoints.visit(url.get());
    LOG.infof("Subscribed to %s", message.field("TopicArn"));
    return new Genuine(List.of());
  }

  private static List<Report> reports(String message) {
    Optional<JsonNode> parsed = Payload.parse(message);
    if (parsed.isEmpty()) {
      // Amazon tests a new topic with a sentence.
      return List.of();
    }
    JsonNode body = parsed.get();
    // Called so by notifications, and otherwise where SES publishes events.
    String type = Payload.text(body, "notificationType") + Payload.text(body, "eventType");
    return switch (type) {
      case "Bounce" -> bounces(body.path("bounce"), traces(body.path("mail")));
      case "Complaint" -> List.of(complaint(body.path("complaint"), traces(body.path("mail"))));
      default -> List.of();
    };
  }

  private static List<Report> bounces(JsonNode bounce, Traces traces) {
    List<Report> reports = new ArrayList<>();
    EnhancedStatus otherwise =
        status(Payload.text(bounce, "bounceType"), Payload.text(bounce, "bounceSubType"));
    for (JsonNode to : Payload.elements(bounce.path("bouncedRecipients"))) {
      String words = Payload.text(to, "diagnosticCode");
      EnhancedStatus status = EnhancedStatus.of(Payload.text(to, "status"), words, otherwise);
      reports.add(Payload.failed(Payload.text(to, "emailAddress"), status, words, traces));
    }
    return reports;
  }

  /** What SES itself says, for servers that gave no code. */
  private static EnhancedStatus status(String type, String subType) {
    return switch (subType) {
      case "ContentRejected", "AttachmentRejected", "MessageTooLarge" -> Payload.NOT_THE_ADDRESS;
      default -> "Permanent".equals(type) ? Payload.NO_SUCH_ADDRESS : Payload.MAY_PASS;
    };
  }

  private static Report complaint(JsonNode complaint, Traces traces) {
    String type = Payload.text(complaint, "complaintFeedbackType").toLowerCase(Locale.ROOT);
    // Not every mailbox provider says what kind of complaint it is; SES passes complaints on only.
    return new Report.FeedbackReport(
        type.isEmpty() ? "abuse" : type, Payload.text(complaint, "userAgent"), traces);
  }

  private static Traces traces(JsonNode mail) {
    List<String> ids = new ArrayList<>();
    for (JsonNode header : Payload.elements(mail.path("headers"))) {
      if ("message-id".equalsIgnoreCase(Payload.text(header, "name"))) {
        ids.add(Payload.text(header, "value"));
      }
    }
    ids.add(Payload.text(mail.path("commonHeaders"), "messageId"));
    return new Traces(List.of(Payload.text(mail, "source")), ids);
  }
}
