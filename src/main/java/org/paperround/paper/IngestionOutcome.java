package org.paperround.paper;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperround.base.PaperId;
import org.paperround.paper.Ingestion.Verdict;

/**
 * What came of asking a source: the verdict, its reason and its counts.
 *
 * @param categories of a source that announces by category, the verdict for each
 */
record IngestionOutcome(
    Verdict verdict,
    String reason,
    StoredCounts stored,
    int rejected,
    List<CategoryVerdict> categories) {

  private static final int LONGEST_REASON = 1000;
  private static final int MOST_NAMED = 5;

  IngestionOutcome {
    reason = shortened(reason);
    categories = List.copyOf(categories);
  }

  /** At most as long as a reason may be. */
  static String shortened(String reason) {
    return reason.length() > LONGEST_REASON
        ? reason.substring(0, LONGEST_REASON - 1) + "…"
        : reason;
  }

  private IngestionOutcome(Verdict verdict, String reason, StoredCounts stored, int rejected) {
    this(verdict, reason, stored, rejected, List.of());
  }

  static IngestionOutcome of(SourceFailure failure) {
    return new IngestionOutcome(failure.verdict(), failure.reason(), StoredCounts.NONE, 0);
  }

  static IngestionOutcome failed(String reason) {
    return of(SourceFailure.failed(reason));
  }

  static IngestionOutcome of(StoredCounts stored, List<RejectedPaper> rejected) {
    int kept = stored.created() + stored.updated() + stored.unchanged();
    if (kept == 0 && !rejected.isEmpty()) {
      String reason =
          rejected.size() == 1
              ? "the one entry could not be read"
              : "none of the %d entries could be read".formatted(rejected.size());
      return new IngestionOutcome(
          Verdict.FAILED, reason + firstOf(rejected), stored, rejected.size());
    }
    Verdict verdict = stored.created() > 0 ? Verdict.NEW_PAPERS : Verdict.NOTHING_NEW;
    String reason = ground(stored.created(), kept);
    if (!rejected.isEmpty()) {
      String entries = rejected.size() == 1 ? "1 entry was" : rejected.size() + " entries were";
      reason += "; " + entries + " rejected" + firstOf(rejected);
    }
    return new IngestionOutcome(verdict, reason, stored, rejected.size());
  }

  /** What came of asking a source that announces by category. */
  static IngestionOutcome of(
      StoredCounts stored, List<RejectedPaper> rejected, List<CategoryVerdict> categories) {
    if (categories.isEmpty()) {
      return new IngestionOutcome(
          Verdict.NOTHING_NEW,
          "no category is followed: no topic names one, and none is set",
          stored,
          rejected.size());
    }
    IngestionOutcome papers = of(stored, rejected);
    Verdict verdict = papers.verdict();
    if (verdict != Verdict.FAILED) {
      verdict =
          Stream.of(Verdict.NEW_PAPERS, Verdict.FAILED, Verdict.STALE, Verdict.NOTHING_NEW)
              .filter(v -> categories.stream().anyMatch(category -> category.verdict() == v))
              .findFirst()
              .orElseThrow();
    }
    return new IngestionOutcome(
        verdict, summary(papers, categories), stored, rejected.size(), categories);
  }

  /** What holds for all categories is said once. */
  private static String summary(IngestionOutcome papers, List<CategoryVerdict> categories) {
    List<String> reasons = categories.stream().map(CategoryVerdict::reason).distinct().toList();
    if (papers.stored().equals(StoredCounts.NONE)
        && papers.rejected() == 0
        && reasons.size() == 1) {
      return reasons.get(0);
    }
    List<CategoryVerdict> troubled =
        categories.stream()
            .filter(c -> c.verdict() == Verdict.STALE || c.verdict() == Verdict.FAILED)
            .toList();
    StringBuilder summary = new StringBuilder(papers.reason());
    troubled.stream()
        .limit(MOST_NAMED)
        .forEach(
            c ->
                summary
                    .append("; ")
                    .append(c.category())
                    .append(c.verdict() == Verdict.STALE ? " is stale: " : " failed: ")
                    .append(c.reason()));
    if (troubled.size() > MOST_NAMED) {
      summary.append("; and ").append(troubled.size() - MOST_NAMED).append(" more");
    }
    return summary.toString();
  }

  /** The same, with what else went wrong where the verdict does not show it. */
  IngestionOutcome with(Collection<String> notes) {
    return verdict == Verdict.NEW_PAPERS && !notes.isEmpty()
        ? new IngestionOutcome(
            verdict, reason + "; " + String.join("; ", notes), stored, rejected, categories)
        : this;
  }

  /** The same, naming papers that the source does not know. */
  IngestionOutcome without(Collection<PaperId> unknown) {
    if (unknown.isEmpty()) {
      return this;
    }
    String ids = unknown.stream().map(PaperId::value).collect(Collectors.joining(", "));
    boolean none = stored.equals(StoredCounts.NONE) && rejected == 0;
    return new IngestionOutcome(
        verdict,
        none ? "none of them is known there: " + ids : reason + "; not known there: " + ids,
        stored,
        rejected,
        categories);
  }

  private static String ground(int created, int kept) {
    if (created > 0) {
      return created == kept
          ? kept == 1 ? "the one paper is new" : "all %d papers are new".formatted(kept)
          : "%d of %d papers are new".formatted(created, kept);
    }
    return switch (kept) {
      case 0 -> "the day's list is empty";
      case 1 -> "the one paper of the day is known";
      default -> "all %d papers of the day are known".formatted(kept);
    };
  }

  private static String firstOf(List<RejectedPaper> rejected) {
    RejectedPaper first = rejected.get(0);
    return ": entry " + first.index() + ": " + first.reason();
  }
}
