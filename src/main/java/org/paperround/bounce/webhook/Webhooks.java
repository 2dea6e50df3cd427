package org.paperround.bounce.webhook;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paperround.bounce.BounceIntake;
import org.paperround.bounce.BounceMetrics;
import org.paperround.bounce.BounceSource;
import org.paperround.bounce.Receipt.Outcome;
import org.paperround.bounce.Report;

/** Takes what providers post. */
@ApplicationScoped
public class Webhooks {

  /** The largest body, in bytes; providers batch below it. */
  public static final int LARGEST = 2 * 1024 * 1024;

  private static final WebhookAnswer NOT_FOUND =
      new WebhookAnswer(404, 0, "There is nothing here.");

  private final Map<String, Webhook> webhooks;
  private final BounceIntake intake;
  private final BounceMetrics metrics;

  Webhooks(@All List<Webhook> webhooks, BounceIntake intake, BounceMetrics metrics) {
    this.webhooks =
        webhooks.stream()
            .collect(Collectors.toMap(hook -> name(hook.provider()), Function.identity()));
    this.intake = intake;
    this.metrics = metrics;
  }

  private static String name(BounceSource provider) {
    return provider.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Takes one request. When it answers 200 what it said is committed; a failure of ours is thrown,
   * so that the provider sends it again.
   *
   * @param provider the last segment of the path
   */
  public WebhookAnswer take(String provider, WebhookRequest request) {
    Webhook webhook = webhooks.get(provider);
    if (webhook == null) {
      return NOT_FOUND;
    }
    return webhook
        .read(request)
        .fold(
            new WebhookReading.Cases<>(
                genuine ->
                    new WebhookAnswer(200, recorded(genuine.reports(), webhook.provider()), ""),
                forged -> {
                  metrics.forged(provider);
                  return new WebhookAnswer(403, 0, forged.why());
                },
                malformed ->
                    new WebhookAnswer(400, 0, "This is not what the provider is known to send."),
                closed -> NOT_FOUND));
  }

  private int recorded(List<Report> reports, BounceSource provider) {
    int recorded = 0;
    for (Report report : reports) {
      if (intake.take(report, provider).outcome() == Outcome.RECORDED) {
        recorded++;
      }
    }
    return recorded;
  }
}
