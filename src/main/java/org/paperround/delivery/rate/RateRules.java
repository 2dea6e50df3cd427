package org.paperround.delivery.rate;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paperround.delivery.config.DeliveryConfig;

/** Which rates hold for a mail, as configured. */
@Singleton
class RateRules {

  private final List<RateRule> overall;
  private final DeliveryConfig.Rate everyDomain;
  private final Map<String, List<RateRule>> named = new HashMap<>();

  RateRules(DeliveryConfig config) {
    overall =
        rules(
            "",
            config.ratePerSecond(),
            config.ratePerMinute(),
            config.ratePerHour(),
            config.ratePerDay());
    everyDomain = config.domainRate();
    config
        .domains()
        .forEach(
            (domain, rate) -> {
              String name = domain.toLowerCase(Locale.ROOT);
              named.put(name, rules(rate, " " + name));
            });
  }

  /** All that hold for mails to a domain, the overall ones first. */
  List<RateRule> of(String domain) {
    List<RateRule> own = own(domain);
    if (own.isEmpty()) {
      return overall;
    }
    List<RateRule> all = new ArrayList<>(overall);
    all.addAll(own);
    return all;
  }

  /** Whether a domain has rates of its own. */
  boolean hasOwn(String domain) {
    return !own(domain).isEmpty();
  }

  private List<RateRule> own(String domain) {
    if (domain.isEmpty()) {
      return List.of();
    }
    List<RateRule> known = named.get(domain);
    return known == null ? rules(everyDomain, " " + domain) : known;
  }

  private static List<RateRule> rules(DeliveryConfig.Rate rate, String whose) {
    return rules(whose, rate.perSecond(), rate.perMinute(), rate.perHour(), rate.perDay());
  }

  private static List<RateRule> rules(
      String whose, int perSecond, int perMinute, int perHour, int perDay) {
    List<RateRule> rules = new ArrayList<>();
    add(rules, "SECOND" + whose, Duration.ofSeconds(1), perSecond);
    add(rules, "MINUTE" + whose, Duration.ofMinutes(1), perMinute);
    add(rules, "HOUR" + whose, Duration.ofHours(1), perHour);
    add(rules, "DAY" + whose, Duration.ofDays(1), perDay);
    return rules;
  }

  private static void add(List<RateRule> rules, String scope, Duration window, int most) {
    if (most > 0) {
      rules.add(new RateRule(scope, window, most));
    }
  }
}
