package org.paperround.admin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paperround.paper.Ingestion;

/**
 * A page of the operator's list of ingestions.
 *
 * @param days newest first
 * @param newer the address of the page before, null for none
 * @param older the address of the page after, null for none
 */
record IngestionsView(List<Day> days, @Nullable String newer, @Nullable String older) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  /** The ingestions that began on a UTC day. */
  record Day(String label, List<IngestionView> ingestions) {}

  /**
   * @param ingestions of this page, newest first
   * @param page its number, from 0
   * @param last the number of the last page
   */
  static IngestionsView of(List<Ingestion> ingestions, int page, long last) {
    Map<LocalDate, List<IngestionView>> byDay = new TreeMap<>();
    for (Ingestion ingestion : ingestions) {
      LocalDate day = LocalDate.ofInstant(ingestion.startedAt(), ZoneOffset.UTC);
      byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(IngestionView.of(ingestion));
    }
    List<Day> days = new ArrayList<>();
    byDay.forEach((day, views) -> days.add(0, new Day(DAY.format(day), views)));
    return new IngestionsView(
        days, page > 0 ? address(page - 1) : null, page < last ? address(page + 1) : null);
  }

  private static String address(int page) {
    return "/admin/ingestions?page=" + page;
  }
}
