package org.paperround;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.bounce.BounceProfile;
import org.paperround.bounce.ProviderKeys;

class BouncesCheckTest {

  private static List<String> problems(String... settings) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put("paperround.bounces." + settings[i], settings[i + 1]);
    }
    return BouncesCheck.problems(new SmallRyeConfigBuilder().withDefaultValues(map).build());
  }

  @Test
  void nothingIsNeededWhereNothingIsAskedFor() {
    assertThat(problems()).isEmpty();
    assertThat(problems("mailbox.cron", "off")).isEmpty();
  }

  @Test
  void whoeverPollsSaysWhereAndAsWhom() {
    assertThat(problems("mailbox.cron", "0 */5 * * * ?"))
        .containsExactly(
            "PAPERROUND_BOUNCES_MAILBOX_HOST is missing: the server of the mailbox bounces are"
                + " delivered to",
            "PAPERROUND_BOUNCES_MAILBOX_USER is missing: who logs in to the mailbox",
            "PAPERROUND_BOUNCES_MAILBOX_PASSWORD is missing: the password of the mailbox");
  }

  @Test
  void whatIsCompleteIsRight() {
    assertThat(
            problems(
                "mailbox.cron", "0 */5 * * * ?",
                "mailbox.host", "imap.example.org",
                "mailbox.user", "bounces",
                "mailbox.password", "secret",
                "mailbox.protocol", "pop3",
                "mailbox.security", "STARTTLS",
                "mailbox.port", "110",
                "ses.topic-arn", BounceProfile.TOPIC,
                "sendgrid.public-key", ProviderKeys.SENDGRID_PUBLIC,
                "postmark.user", "a",
                "postmark.password", "b"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mailbox.cron, every now and then, MAILBOX_CRON",
    "mailbox.protocol, EXCHANGE, MAILBOX_PROTOCOL",
    "mailbox.security, SSL, MAILBOX_SECURITY",
    "mailbox.port, 70000, MAILBOX_PORT",
    "mailbox.most-per-poll, 0, MAILBOX_MOST_PER_POLL",
    "soft-limit, none, SOFT_LIMIT",
    "ses.topic-arn, my-topic, SES_TOPIC_ARN",
    "sendgrid.public-key, AAAA, SENDGRID_PUBLIC_KEY",
    "postmark.user, a, POSTMARK_PASSWORD"
  })
  void whatIsWrongIsNamedWithoutItsValue(String setting, String value, String named) {
    List<String> problems = problems(setting, value);
    assertThat(problems).anyMatch(line -> line.contains("PAPERROUND_BOUNCES_" + named));
    assertThat(problems).noneMatch(line -> value.length() > 4 && line.contains(value));
  }
}
