package org.paperround.bounce;

import java.util.List;

/**
 * What was made of something that came back.
 *
 * @param kinds what it says of the mail, where it is one of ours
 * @param reason a sentence for the operator, where nothing new was written down
 */
public record Receipt(Outcome outcome, List<BounceKind> kinds, String reason) {

  /** What was made of it. */
  public enum Outcome {
    /** An event was written down. */
    RECORDED,
    /** All of it was known already. */
    REPEATED,
    /** It is read and says nothing that counts, or not about a mail of ours. */
    IGNORED,
    /** Nobody knows how to read it: whoever brought it should keep it. */
    UNREADABLE
  }

  static Receipt of(Outcome outcome, String reason) {
    return new Receipt(outcome, List.of(), reason);
  }
}
