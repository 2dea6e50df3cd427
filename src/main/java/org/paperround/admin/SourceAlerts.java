package org.paperround.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.delivery.OperatorAlerts;
import org.paperround.paper.CategoryVerdict;
import org.paperround.paper.Ingestion;
import org.paperround.paper.Ingestion.Verdict;
import org.paperround.paper.IngestionLog;

/**
 * Mails the operator when a source, or a category of one, has given nothing that can be believed
 * for longer than a working day.
 */
@ApplicationScoped
class SourceAlerts {

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST_CATEGORIES = 3;

  private final IngestionLog log;
  private final OperatorAlerts alerts;

  SourceAlerts(IngestionLog log, OperatorAlerts alerts) {
    this.log = log;
    this.alerts = alerts;
  }

  void ended(@Observes Ingestion ingestion) {
    if (isTrouble(ingestion.verdict())) {
      raise(ingestion, null, ingestion.reason());
      return;
    }
    List<CategoryVerdict> troubled =
        ingestion.categories().stream().filter(of -> isTrouble(of.verdict())).toList();
    troubled.stream()
        .limit(MOST_CATEGORIES)
        .forEach(of -> raise(ingestion, of.category(), of.reason()));
  }

  private void raise(Ingestion ingestion, @Nullable String category, String reason) {
    boolean lasts =
        log.troubledSince(ingestion.source(), category)
            .filter(since -> workingTime(since, ingestion.finishedAt()).compareTo(A_DAY) > 0)
            .isPresent();
    if (lasts) {
      String about =
          category == null ? ingestion.source() : ingestion.source() + ", category " + category;
      alerts.raise(OperatorAlerts.Kind.SOURCE, about, reason);
    }
  }

  private static boolean isTrouble(Verdict verdict) {
    return verdict == Verdict.FAILED || verdict == Verdict.STALE;
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
