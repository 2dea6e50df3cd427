package org.paperround.paper;

import org.paperround.paper.Ingestion.Verdict;

/**
 * How an ingestion ended in one category.
 *
 * @param reason why the verdict is believed, at most 1000 characters
 * @param seen papers announced in it; replacements are not counted
 * @param created of these the ones not announced in it before
 */
public record CategoryVerdict(
    String category, Verdict verdict, String reason, int seen, int created) {

  /** Shortens the reason where it is too long. */
  public CategoryVerdict {
    reason = IngestionOutcome.shortened(reason);
  }
}
