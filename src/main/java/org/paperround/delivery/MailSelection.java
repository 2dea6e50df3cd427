package org.paperround.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which mails an operation is for.
 *
 * @param states at least one
 * @param kind null for all
 * @param since only mails that ended then or later or, where they have not ended, were accepted
 *     then or later; null for all
 */
public record MailSelection(
    Set<MailState> states, @Nullable MailKind kind, @Nullable Instant since) {

  /**
   * @throws IllegalArgumentException without a state: nobody means all mails
   */
  public MailSelection {
    if (states.isEmpty()) {
      throw new IllegalArgumentException("No state is selected");
    }
    states = Set.copyOf(states);
  }
}
