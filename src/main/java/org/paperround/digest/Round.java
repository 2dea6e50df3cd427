package org.paperround.digest;

import java.time.Instant;

/** What the readers of one round share. */
record Round(RoundNews news, RoundMatches matches) {

  Instant at() {
    return news.at();
  }
}
