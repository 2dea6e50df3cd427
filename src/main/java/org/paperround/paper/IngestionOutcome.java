package org.paperround.paper;

import java.util.List;
import org.paperround.paper.Ingestion.Verdict;

/** What came of asking a source: the verdict, its reason and its counts. */
record IngestionOutcome(Verdict verdict, String reason, StoredCounts stored, int rejected) {

  private static final int LONGEST_REASON = 1000;

  IngestionOutcome {
    if (reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON - 1) + "…";
    }
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
