package org.paperround.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What became of one mail a sender had, to be recorded.
 *
 * @param reply null when the relay was never asked
 * @param failure why it could not be rendered; null when there was a reply, or nothing to render
 */
record Answer(long mailId, @Nullable RelayReply reply, @Nullable String failure) {

  /** The relay answered, or failed to. */
  static Answer of(long mailId, RelayReply reply) {
    return new Answer(mailId, reply, null);
  }

  /** Its renderer threw. */
  static Answer unrendered(long mailId, String failure) {
    return new Answer(mailId, null, failure);
  }

  /** What it was about no longer exists. */
  static Answer gone(long mailId) {
    return new Answer(mailId, null, null);
  }
}
