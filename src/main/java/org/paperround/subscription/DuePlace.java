package org.paperround.subscription;

import java.time.Instant;

/**
 * Where a round stands among those who are due, who are walked through in this order.
 *
 * @param first whether among first digests, or among all others
 * @param dueAt of the last subscription that was looked at
 * @param id of the last subscription that was looked at
 */
public record DuePlace(boolean first, Instant dueAt, long id) {

  /** Before the one who is longest due. */
  public static DuePlace start(boolean first) {
    return new DuePlace(first, Instant.EPOCH, 0);
  }
}
