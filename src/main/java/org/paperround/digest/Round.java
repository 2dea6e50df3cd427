package org.paperround.digest;

import java.time.Instant;

/**
 * What the readers of one round share.
 *
 * @param dueUpTo whoever is due later waits for a later round, first digests excepted
 */
record Round(
    RoundNews news,
    RoundMatches matches,
    RoundMutes mutes,
    RoundLeanings leanings,
    Instant dueUpTo) {

  Instant at() {
    return news.at();
  }

  /** The last instant at which somebody must be due to be served. */
  Instant dueUpTo(boolean first) {
    return first ? at() : dueUpTo;
  }
}
