package org.paperround.bounce.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
 * Postmark's bounce and spam complaint webhooks. Postmark signs nothing; it sends the credentials
 * it was given, as HTTP Basic authentication or as a header of our choice. It sends under an
 * envelope sender of its own, so the mail is proven by its Message-ID in {@code Content}, the dump
 * of what came back, which the webhook must be told to include.
 */
@ApplicationScoped
class PostmarkWebhook implements Webhook {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]{1,400}>)");
  private static final int MOST_IDS = 10;

  /** What Postmark's types say; those that are missing are no bounces. */
  private static final Map<String, EnhancedStatus> TYPES =
      Map.ofEntries(
          Map.entry("HardBounce", Payload.NO_SUCH_ADDRESS),
          Map.entry("BadEmailAddress", Payload.NO_SUCH_ADDRESS),
          Map.entry("SoftBounce", Payload.MAY_PASS),
          Map.entry("DnsError", Payload.MAY_PASS),
          Map.entry("Unknown", Payload.MAY_PASS),
          Map.entry("AddressChange", Payload.MAY_PASS),
          Map.entry("SpamNotification", Payload.NOT_THE_ADDRESS),
          Map.entry("VirusNotification", Payload.NOT_THE_ADDRESS),
          Map.entry("Blocked", Payload.NOT_THE_ADDRESS),
          Map.entry("DMARCPolicy", Payload.NOT_THE_ADDRESS));

  private final BouncesConfig.Postmark config;

  PostmarkWebhook(BouncesConfig config) {
    this.config = config.postmark();
  }

  @Override
  public BounceSource provider() {
    return BounceSource.POSTMARK;
  }

  @Override
  public WebhookReading read(WebhookRequest request) {
    Optional<String> basic = basic();
    if (basic.isEmpty() && config.token().isEmpty()) {
      return new Closed();
    }
    boolean right =
        basic.filter(own -> IntakeToken.isSame(own, request.header("Authorization"))).isPresent()
            || config
                .token()
                .filter(own -> IntakeToken.isSame(own, request.header("X-Paperround-Token")))
                .isPresent();
    if (!right) {
      return new Forged("Without the credentials Postmark was given.");
    }
    return Payload.parse(request.text())
        .<WebhookReading>map(body -> new Genuine(report(body)))
        .orElseGet(Malformed::new);
  }

  private Optional<String> basic() {
    return config
        .user()
        .flatMap(user -> config.password().map(password -> user + ":" + password))
        .map(
            pair ->
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Report> report(JsonNode body) {
    String type = Payload.text(body, "Type");
    String words = Payload.text(body, "Details");
    if (words.isEmpty()) {
      words = Payload.text(body, "Description");
    }
    Traces traces = traces(Payload.text(body, "Content"));
    if ("SpamComplaint".equals(type)) {
      return List.of(new Report.FeedbackReport("abuse", words, traces));
    }
    EnhancedStatus status = TYPES.get(type);
    return status == null
        ? List.of()
        : List.of(Payload.failed(Payload.text(body, "Email"), status, words, traces));
  }

  private static Traces traces(String dump) {
    List<String> ids = new ArrayList<>();
    MESSAGE_ID
        .matcher(dump)
        .results()
        .limit(MOST_IDS)
        .map((MatchResult found) -> found.group(1))
        .forEach(ids::add);
    return new Traces(List.of(), ids);
  }
}
