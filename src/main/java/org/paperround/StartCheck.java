package org.paperround;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.paperround.base.EmailAddress;

/**
 * Reads the settings before anything starts and lists every mistake at once, in sentences that say
 * what to set. Settings are named as environment variables, which is how most people give them.
 */
final class StartCheck {

  private static final Map<String, String> BUILD_COMMANDS =
      Map.of("h2", "./mvnw package", "postgresql", "./mvnw package -Ppostgresql");
  private static final Pattern JDBC_KIND = Pattern.compile("jdbc:([a-z0-9]+):.*");
  private static final Pattern NAMED_ADDRESS = Pattern.compile("[^<>]*<([^<>]+)>\\s*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|.*\\.localhost");
  private static final int SHORTEST_SECRET = 32;
  private static final Duration LONGEST_WAIT = Duration.ofHours(12);

  private final Config config;
  private final List<String> problems = new ArrayList<>();

  private StartCheck(Config config) {
    this.config = config;
  }

  /** The mistakes, none when the service may start. */
  static List<String> problems(Config config, String builtForDatabase) {
    StartCheck check = new StartCheck(config);
    check.database(builtForDatabase);
    check.required("QUARKUS_MAILER_HOST", "the SMTP relay that takes our mail", host -> true);
    check.required(
        "QUARKUS_MAILER_FROM", "the sender, such as digest@example.org", StartCheck::isSender);
    check.required(
        "PAPERROUND_BASE_URL",
        "where readers reach the pages: an https address, or http on loopback for a trial",
        StartCheck::isBaseUrl);
    check.required(
        "PAPERROUND_SECRET",
        "one or more secrets of at least 32 bytes, separated by commas",
        StartCheck::areSecrets);
    check.required("PAPERROUND_POSTAL_ADDRESS", "it stands under every digest", address -> true);
    check.optional("PAPERROUND_CLOCK_OFFSET", "a duration such as PT-24H", StartCheck::isDuration);
    String cron = "a Quartz cron expression such as 0 */5 * * * ?, or off";
    check.optional("PAPERROUND_DIGEST_CRON", cron, StartCheck::isCron);
    check.optional(
        "PAPERROUND_DIGEST_WAIT_FOR_SOURCES",
        "a duration from PT0S to PT12H",
        text -> isWait(Duration.parse(text)));
    check.optional("PAPERROUND_RETENTION_CRON", cron, StartCheck::isCron);
    check.optional(
        "PAPERROUND_SIGNUP_MAX_PER_CLIENT_PER_HOUR",
        "a whole number, 0 for no limit",
        text -> isNumber(text, 0, Integer.MAX_VALUE));
    check.optional(
        "PAPERROUND_DELIVERY_CONNECTIONS",
        "a whole number from 1 to 100",
        text -> isNumber(text, 1, 100));
    check.optional(
        "PAPERROUND_DELIVERY_ALERT_TO",
        "the operator's mail address",
        text -> EmailAddress.parse(text) != null);
    check.optional(
        "QUARKUS_MAILER_PORT", "a port from 1 to 65535", text -> isNumber(text, 1, 65_535));
    check.optional(
        "QUARKUS_HTTP_PORT", "a port from 0 to 65535", text -> isNumber(text, 0, 65_535));
    check.proxies();
    check.problems.addAll(SourcesCheck.problems(config));
    check.problems.addAll(BouncesCheck.problems(config));
    return List.copyOf(check.problems);
  }

  /** Whether links will go over plain HTTP, which is worth a warning. */
  static boolean isPlainHttp(Config config) {
    return value(config, "PAPERROUND_BASE_URL").filter(url -> url.startsWith("http:")).isPresent();
  }

  /** The database this variant of the service was built for. */
  static String builtForDatabase() {
    String name = "META-INF/paperround-variant.properties";
    try (InputStream in = StartCheck.class.getClassLoader().getResourceAsStream(name)) {
      Properties variant = new Properties();
      variant.load(Objects.requireNonNull(in, name));
      return variant.getProperty("database", "h2");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void database(String builtFor) {
    String url = value(config, "QUARKUS_DATASOURCE_JDBC_URL").orElse("");
    Matcher kind = JDBC_KIND.matcher(url);
    String asked = kind.matches() ? kind.group(1) : "";
    if (asked.equals(builtFor)) {
      return;
    }
    String build = BUILD_COMMANDS.get(asked);
    problems.add(
        build == null
            ? "QUARKUS_DATASOURCE_JDBC_URL must begin with jdbc:" + builtFor + ":"
            : "QUARKUS_DATASOURCE_JDBC_URL names "
                + asked
                + " but this build speaks "
                + builtFor
                + "; build the other variant with: "
                + build);
  }

  private void proxies() {
    boolean believed =
        config
            .getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", Boolean.class)
            .orElse(false);
    if (believed
        && config.getOptionalValue("quarkus.http.proxy.trusted-proxies", String.class).isEmpty()) {
      problems.add(
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES is missing: forwarded addresses are believed, so say"
              + " from which proxies");
    }
  }

  private void required(String name, String meaning, Rule rule) {
    if (value(config, name).isEmpty()) {
      problems.add(name + " is missing: " + meaning);
    } else {
      optional(name, meaning, rule);
    }
  }

  private void optional(String name, String meaning, Rule rule) {
    value(config, name)
        .filter(text -> !rule.accepts(text))
        // The value stays out of the message: it may be a secret.
        .ifPresent(text -> problems.add(name + " is not right: it should be " + meaning));
  }

  private static Optional<String> value(Config config, String variable) {
    // "quarkus.http.port" from QUARKUS_HTTP_PORT, and the few names that hold a dash.
    String property =
        switch (variable) {
          case "PAPERROUND_BASE_URL" -> "paperround.base-url";
          case "PAPERROUND_POSTAL_ADDRESS" -> "paperround.postal-address";
          case "PAPERROUND_CLOCK_OFFSET" -> "paperround.clock-offset";
          case "PAPERROUND_DIGEST_WAIT_FOR_SOURCES" -> "paperround.digest.wait-for-sources";
          case "PAPERROUND_DELIVERY_ALERT_TO" -> "paperround.delivery.alert-to";
          case "PAPERROUND_SIGNUP_MAX_PER_CLIENT_PER_HOUR" ->
              "paperround.signup.max-per-client-per-hour";
          default -> variable.toLowerCase(Locale.ROOT).replace('_', '.');
        };
    return config.getOptionalValue(property, String.class).filter(text -> !text.isBlank());
  }

  private static boolean isSender(String text) {
    Matcher named = NAMED_ADDRESS.matcher(text);
    EmailAddress.parse(named.matches() ? named.group(1) : text);
    return true;
  }

  private static boolean isBaseUrl(String text) {
    URI url = URI.create(text);
    String host = Objects.requireNonNullElse(url.getHost(), "");
    boolean plain = url.getQuery() == null && url.getFragment() == null && !host.isEmpty();
    return plain
        && ("https".equals(url.getScheme())
            || "http".equals(url.getScheme()) && LOOPBACK.matcher(host).matches());
  }

  private static boolean areSecrets(String text) {
    for (String secret : text.split(",", -1)) {
      if (secret.strip().getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDuration(String text) {
    return Duration.parse(text) != null;
  }

  private static boolean isWait(Duration wait) {
    return !wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0;
  }

  static boolean isCron(String text) {
    return "off".equals(text)
        || new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ)).parse(text)
            != null;
  }

  static boolean isNumber(String text, int least, int most) {
    int number = Integer.parseInt(text);
    return number >= least && number <= most;
  }

  /** Accepts a setting's text; an {@link IllegalArgumentException} or a false refuses it. */
  interface Rule {
    boolean test(String text);

    default boolean accepts(String text) {
      try {
        return test(text);
      } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
        return false;
      }
    }
  }
}
