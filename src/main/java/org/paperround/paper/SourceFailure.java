package org.paperround.paper;

import org.paperround.paper.Ingestion.Verdict;

/**
 * A source gave no answer worth storing; the message is a sentence that an operator understands.
 */
public final class SourceFailure extends RuntimeException {

  private final Verdict verdict;

  private SourceFailure(Verdict verdict, String reason) {
    super(reason);
    this.verdict = verdict;
  }

  /** No answer, or one that cannot be read. */
  public static SourceFailure failed(String reason) {
    return new SourceFailure(Verdict.FAILED, reason);
  }

  /** An answer that is plainly of another day than the one asked for. */
  public static SourceFailure stale(String reason) {
    return new SourceFailure(Verdict.STALE, reason);
  }

  Verdict verdict() {
    return verdict;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
