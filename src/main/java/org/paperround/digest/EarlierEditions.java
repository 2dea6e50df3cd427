package org.paperround.digest;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What a reader had before.
 *
 * @param periods those of the asked ones that had their edition already
 * @param papers numbers of the papers that arrived or still may
 * @param latest the instant of the last edition that arrived or still may
 */
record EarlierEditions(Set<String> periods, Set<Long> papers, Instant latest) {

  /** Of somebody who had none. */
  static EarlierEditions none() {
    return new EarlierEditions(Set.of(), new HashSet<>(), Instant.MIN);
  }
}
