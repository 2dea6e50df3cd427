package org.paperround.delivery;

import org.jspecify.annotations.Nullable;
import org.paperround.delivery.smtp.RelayReply;

/**
 * What became of one mail a sender had, to be recorded.
 *
 * @param reply null when the relay was never asked
 * @param failure why it could not be rendered; null when there was a reply, or nothing to render
 */
record Answer(ReadyMail mail, @Nullable RelayReply reply, @Nullable String failure) {

  /** The relay answered, or failed to. */
  static Answer of(ReadyMail mail, RelayReply reply) {
    return new Answer(mail, reply, null);
  }

  /** It was never more than a row: its renderer threw, or what it was about no longer exists. */
  static Answer unsent(ReadyMail mail) {
    return new Answer(mail, null, mail.failure());
  }

  long mailId() {
    return mail.id();
  }
}
