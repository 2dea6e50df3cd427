package org.paperround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * A row this process has leased, as it stood then.
 *
 * @param to null once the reader was erased
 * @param uncertain whether an earlier attempt may have reached the reader
 */
record ClaimedMail(
    long id,
    MailKind kind,
    Lane lane,
    @Nullable EmailAddress to,
    long reference,
    String messageId,
    Instant queuedAt,
    boolean uncertain) {

  /** The recipient's domain; empty once the reader was erased. */
  String domain() {
    return to == null ? "" : to.domain();
  }
}
