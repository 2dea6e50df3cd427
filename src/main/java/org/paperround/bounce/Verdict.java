package org.paperround.bounce;

import java.util.Optional;

/**
 * What became of a mail for one recipient.
 *
 * @param recipient as the report names it, empty where it does not; no proof of anything
 * @param diagnostic the server's words, at most 1,000 characters
 */
public record Verdict(String recipient, Action action, EnhancedStatus status, String diagnostic) {

  private static final int LONGEST = 1000;

  public Verdict {
    recipient = Words.cut(recipient, LONGEST);
    diagnostic = Words.cut(diagnostic, LONGEST);
  }

  /** Which bounce this is; empty when it is none. */
  Optional<BounceKind> kind() {
    return action == Action.FAILED ? Optional.of(status.kind()) : Optional.empty();
  }
}
