package org.paperround.admin;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paperround.paper.Ingestion;

/**
 * An ingestion on the operator's page, in words.
 *
 * @param facts when it began, for which day, and how many papers changed
 */
record IngestionView(
    String source,
    String verdict,
    boolean trouble,
    String facts,
    String reason,
    List<CategoryGroup> categories) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  static IngestionView of(Ingestion ingestion) {
    return new IngestionView(
        ingestion.source(),
        word(ingestion.verdict()),
        ingestion.verdict().isTrouble(),
        facts(ingestion),
        sentence(ingestion.reason()),
        CategoryGroup.of(ingestion.categories()));
  }

  static String word(Ingestion.Verdict verdict) {
    return switch (verdict) {
      case NEW_PAPERS -> "new papers";
      case NOTHING_NEW -> "nothing new";
      case STALE -> "stale";
      case FAILED -> "failed";
    };
  }

  private static String facts(Ingestion ingestion) {
    List<String> facts = new ArrayList<>();
    facts.add(TIME.format(ingestion.startedAt()));
    if (!ingestion.date().equals(LocalDate.ofInstant(ingestion.startedAt(), ZoneOffset.UTC))) {
      facts.add("for " + DAY.format(ingestion.date()));
    }
    if (ingestion.updated() > 0) {
      facts.add(ingestion.updated() + " changed");
    }
    return String.join(" · ", facts);
  }

  /** Not "ArXiv" or "Cs.CL". */
  private static String sentence(String reason) {
    String first = reason.split(" ", 2)[0];
    String begun =
        first.chars().allMatch(Character::isLowerCase)
            ? reason.substring(0, 1).toUpperCase(Locale.ENGLISH) + reason.substring(1)
            : reason;
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /** What the categories are folded under: "By category: 2 stale, 10 with new papers". */
  public String summary() {
    return categories.stream()
        .map(group -> group.size() + group.how())
        .collect(joining(", ", "By category: ", ""));
  }
}
