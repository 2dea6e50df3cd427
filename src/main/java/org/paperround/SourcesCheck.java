package org.paperround;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.paperround.topic.catalogue.Categories;
import org.paperround.topic.catalogue.Category;

/** Reads the settings of all sources, for {@link StartCheck}. */
final class SourcesCheck {

  private static final String PREFIX = "paperround.sources.";
  private static final String FEEDS = PREFIX + "feeds.url.";
  private static final Pattern FEED = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** Names of sources that are built in; no feed may take one. */
  static final Set<String> TAKEN = Set.of("arxiv", "huggingface", "file", "biorxiv", "medrxiv");

  private final Config config;
  private final List<String> problems = new ArrayList<>();

  private SourcesCheck(Config config) {
    this.config = config;
  }

  static List<String> problems(Config config) {
    SourcesCheck check = new SourcesCheck(config);
    for (String name : names(config)) {
      if (name.endsWith(".cron")) {
        check.value(
            name, "a Quartz cron expression such as 0 */5 * * * ?, or off", StartCheck::isCron);
      } else if (name.startsWith(FEEDS)) {
        check.feed(name);
      } else if (name.endsWith("url")) {
        check.value(name, "an http(s) address", SourcesCheck::isWeb);
      }
    }
    check.value(
        PREFIX + "arxiv.pace", "a duration such as PT3S, not negative", text -> isPause(text));
    check.categories(PREFIX + "arxiv.categories");
    check.value(
        PREFIX + "arxiv.holidays",
        "days such as 2026-12-25, separated by commas",
        text -> all(text, day -> LocalDate.parse(day) != null));
    return check.problems;
  }

  private void feed(String name) {
    String feed = name.substring(FEEDS.length()).replace("\"", "");
    if (!FEED.matcher(feed).matches() || TAKEN.contains(feed)) {
      problems.add(
          variable(name)
              + " names a feed badly: use lower-case letters, digits and dashes, at most 40, and no"
              + " other source's name");
    }
    value(name, "an http(s) address", SourcesCheck::isWeb);
  }

  /** One name that arXiv does not know makes it refuse the feeds of all. */
  private void categories(String setting) {
    String written = config.getOptionalValue(setting, String.class).orElse("");
    for (String name : written.split(",")) {
      String id = name.strip();
      if (!id.isEmpty() && !isFollowed(id)) {
        problems.add(
            variable(setting)
                + " is not right: arXiv announces nothing under "
                + id
                + "; "
                + meant(id).map(right -> "write " + right).orElse("leave it out"));
      }
    }
  }

  private static boolean isFollowed(String id) {
    return Categories.known().find(id).filter(Category::active).isPresent()
        && Categories.known().canonical(id).equals(id);
  }

  private static Optional<String> meant(String id) {
    Categories known = Categories.known();
    Optional<String> same = known.find(id).map(Category::id).map(known::canonical);
    return same.filter(SourcesCheck::isFollowed)
        .or(() -> known.nearest(id).map(Category::id).map(known::canonical));
  }

  private static Iterable<String> names(Config config) {
    TreeSet<String> names = new TreeSet<>();
    config
        .getPropertyNames()
        .forEach(
            name -> {
              if (name.startsWith(PREFIX)) {
                names.add(name);
              }
            });
    return names;
  }

  private void value(String name, String meaning, StartCheck.Rule rule) {
    Optional<String> value =
        config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    if (value.isPresent() && !rule.accepts(value.get())) {
      problems.add(variable(name) + " is not right: it should be " + meaning);
    }
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static boolean isPause(String text) {
    return !Duration.parse(text).isNegative();
  }

  private static boolean all(String text, StartCheck.Rule rule) {
    return Arrays.stream(text.split(",")).map(String::strip).allMatch(rule::test);
  }

  private static boolean isWeb(String text) {
    URI url = URI.create(text);
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null;
  }
}
