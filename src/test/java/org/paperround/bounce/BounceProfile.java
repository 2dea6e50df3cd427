package org.paperround.bounce;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.paperround.PostgresProfile;

/** A service that hears of bounces in every way there is. */
public class BounceProfile implements QuarkusTestProfile {

  public static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:bounces";

  static Map<String, String> settings() {
    return Map.of(
        "paperround.bounces.token", "pipe-token",
        "paperround.bounces.ses.topic-arn", TOPIC,
        "paperround.bounces.postmark.user", "postmark",
        "paperround.bounces.postmark.password", "secret",
        "paperround.bounces.postmark.token", "header-secret",
        "paperround.bounces.sendgrid.public-key", ProviderKeys.SENDGRID_PUBLIC,
        "paperround.bounces.mailgun.signing-key", ProviderKeys.MAILGUN);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("quarkus.datasource.jdbc.url", "jdbc:h2:mem:bounces;DB_CLOSE_DELAY=-1");
    return settings;
  }

  /** The same, on PostgreSQL. */
  public static class OnPostgres extends PostgresProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(settings());
      settings.putAll(super.getConfigOverrides());
      return settings;
    }
  }
}
