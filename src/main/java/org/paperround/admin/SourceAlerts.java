package org.paperround.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.paperround.delivery.OperatorAlerts;
import org.paperround.paper.Ingestion;
import org.paperround.paper.SourceTroubles;

/**
 * Mails the operator when a source, or a category of one, has given nothing that can be believed
 * for longer than a working day.
 */
@ApplicationScoped
class SourceAlerts {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST_CATEGORIES = 3;

  private final SourceTroubles troubles;
  private final OperatorAlerts alerts;

  SourceAlerts(SourceTroubles troubles, OperatorAlerts alerts) {
    this.troubles = troubles;
    this.alerts = alerts;
  }

  void ended(@Observes Ingestion ingestion) {
    if (ingestion.verdict().isTrouble()) {
      troubles
          .since(ingestion)
          .filter(since -> lasts(since, ingestion))
          .ifPresent(since -> raise(ingestion.source(), ingestion.reason()));
      return;
    }
    Map<String, Instant> since = new TreeMap<>(troubles.categoriesSince(ingestion));
    since.values().removeIf(instant -> !lasts(instant, ingestion));
    ingestion.categories().stream()
        .filter(of -> since.containsKey(of.category()))
        .limit(MOST_CATEGORIES)
        .forEach(of -> raise(ingestion.source() + ", category " + of.category(), of.reason()));
  }

  private static boolean lasts(Instant since, Ingestion ingestion) {
    return workingTime(since, ingestion.finishedAt()).compareTo(A_DAY) > 0;
  }

  private void raise(String about, String reason) {
    alerts.raise(OperatorAlerts.Kind.SOURCE, about, reason);
  }

  /** The time between two instants without Saturdays and Sundays (UTC). */
  static Duration workingTime(Instant from, Instant to) {
    Duration time = Duration.ZERO;
    Instant begin = from;
    while (begin.isBefore(to)) {
      LocalDate day = LocalDate.ofInstant(begin, ZoneOffset.UTC);
      Instant next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = next.isBefore(to) ? next : to;
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        time = time.plus(Duration.between(begin, end));
      }
      begin = end;
    }
    return time;
  }
}
