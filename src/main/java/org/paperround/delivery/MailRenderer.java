package org.paperround.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the mails of some kinds, at the moment they are sent. Implemented by the rooms that ask for
 * mails, as CDI beans; every kind has exactly one.
 */
public interface MailRenderer {

  /** The kinds it renders. */
  Set<MailKind> kinds();

  /**
   * Renders one mail. Called on a sender's thread, outside any transaction, again at every attempt:
   * the same reference must give the same mail. An exception defers the mail.
   *
   * @return null when what the mail was about is gone; the mail is then {@code CANCELLED}
   */
  @Nullable MailContent render(long reference);
}
