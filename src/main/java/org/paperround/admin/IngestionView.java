package org.paperround.admin;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.paperround.paper.CategoryVerdict;
import org.paperround.paper.Ingestion;

/** An ingestion on the operator's page, in words. */
record IngestionView(
    String source, String when, String verdict, String reason, List<CategoryVerdict> categories) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static IngestionView of(Ingestion ingestion) {
    return new IngestionView(
        ingestion.source(),
        WHEN.format(ingestion.startedAt()) + ", for " + ingestion.date(),
        word(ingestion.verdict()),
        ingestion.reason(),
        ingestion.categories());
  }

  static String word(Ingestion.Verdict verdict) {
    return switch (verdict) {
      case NEW_PAPERS -> "new papers";
      case NOTHING_NEW -> "nothing new";
      case STALE -> "stale";
      case FAILED -> "failed";
    };
  }
}
