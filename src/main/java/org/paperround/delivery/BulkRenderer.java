package org.paperround.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Makes the mails of the kinds that go out in {@link Lane#BULK}, some at a time, shortly before
 * they are sent. Implemented by the rooms that ask for such mails, as CDI beans; every such kind
 * has exactly one.
 */
public interface BulkRenderer {

  /** The kinds it renders. */
  Set<MailKind> kinds();

  /**
   * Renders some mails. Called on a thread of the outbox, outside any transaction, again before
   * every attempt: the same reference must give the same mail. Where it throws, it is asked again
   * for each reference alone, and the mail for which it throws then is deferred.
   *
   * @return by reference; one that is missing is gone, and its mail is then {@code CANCELLED}
   */
  Map<Long, BulkContent> render(Collection<Long> references);
}
