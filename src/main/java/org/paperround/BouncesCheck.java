package org.paperround;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.paperround.bounce.BouncesConfig.Protocol;
import org.paperround.bounce.BouncesConfig.Security;

/** Reads the settings of what comes back, for {@link StartCheck}. */
final class BouncesCheck {

  private static final String PREFIX = "paperround.bounces.";
  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+");

  private final Config config;
  private final List<String> problems = new ArrayList<>();

  private BouncesCheck(Config config) {
    this.config = config;
  }

  static List<String> problems(Config config) {
    BouncesCheck check = new BouncesCheck(config);
    check.mailbox();
    check.optional(
        "soft-limit", "a whole number from 1 to 1000", text -> StartCheck.isNumber(text, 1, 1000));
    check.optional(
        "ses.topic-arn", "a topic such as arn:aws:sns:eu-west-1:123456789012:bounces", isTopic());
    check.optional("sendgrid.public-key", "the verification key as SendGrid shows it", isKey());
    check.together("postmark.user", "postmark.password");
    return check.problems;
  }

  private void mailbox() {
    String cron = "mailbox.cron";
    optional(cron, "a Quartz cron expression such as 0 */5 * * * ?, or off", StartCheck::isCron);
    if (value(cron).filter(text -> !"off".equals(text)).isPresent()) {
      required("mailbox.host", "the server of the mailbox bounces are delivered to");
      required("mailbox.user", "who logs in to the mailbox");
      required("mailbox.password", "the password of the mailbox");
    }
    optional("mailbox.protocol", "IMAP or POP3", isOneOf(Protocol.values()));
    optional("mailbox.security", "TLS, STARTTLS or NONE", isOneOf(Security.values()));
    optional(
        "mailbox.port", "a port from 1 to 65535", text -> StartCheck.isNumber(text, 1, 65_535));
    optional(
        "mailbox.most-per-poll",
        "a whole number from 1 to 100000",
        text -> StartCheck.isNumber(text, 1, 100_000));
  }

  private static StartCheck.Rule isTopic() {
    return text -> TOPIC.matcher(text).matches();
  }

  private static StartCheck.Rule isOneOf(Enum<?>[] values) {
    return text -> Arrays.stream(values).anyMatch(value -> value.name().equalsIgnoreCase(text));
  }

  private static StartCheck.Rule isKey() {
    return text -> {
      try {
        byte[] key = Base64.getDecoder().decode(text.strip());
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key)) != null;
      } catch (GeneralSecurityException malformed) {
        return false;
      }
    };
  }

  private void required(String setting, String meaning) {
    if (value(setting).isEmpty()) {
      problems.add(variable(setting) + " is missing: " + meaning);
    }
  }

  private void together(String one, String other) {
    if (value(one).isPresent() != value(other).isPresent()) {
      problems.add(
          variable(one) + " and " + variable(other) + " belong together: set both or none");
    }
  }

  private void optional(String setting, String meaning, StartCheck.Rule rule) {
    value(setting)
        .filter(text -> !rule.accepts(text))
        // The value stays out of the message: it may be a secret.
        .ifPresent(
            text -> problems.add(variable(setting) + " is not right: it should be " + meaning));
  }

  private Optional<String> value(String setting) {
    return config.getOptionalValue(PREFIX + setting, String.class).filter(text -> !text.isBlank());
  }

  private static String variable(String setting) {
    return (PREFIX + setting).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
