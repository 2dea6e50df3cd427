package org.paperround.bounce;

import java.util.Locale;
import java.util.Optional;

/** What a server did with a mail for one recipient: the Action field of RFC 3464, 2.3.3. */
public enum Action {
  /** It gave up. Only this is a bounce. */
  FAILED,
  /** It still tries. */
  DELAYED,
  /** It handed the mail to the mailbox. */
  DELIVERED,
  /** It handed the mail to a server that makes no reports. */
  RELAYED,
  /** It handed the mail to several others. */
  EXPANDED;

  /** Reads the field, whatever stands behind the word. */
  static Optional<Action> of(String field) {
    String word = field.strip().split("[\\s;(]", 2)[0].toUpperCase(Locale.ROOT);
    for (Action action : values()) {
      if (action.name().equals(word)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
