package org.paperround.paper;

import java.util.Locale;

/**
 * The words of a title as a set of 64 bits, a bit for each: two titles that share most of their
 * words share most of their bits, and two that share none hardly any.
 */
final class TitleWords {

  /** Shorter ones say little. */
  private static final int SHORTEST = 4;

  /** With fewer words, titles look alike by chance. */
  private static final int FEWEST = 3;

  private static final double ALIKE = 0.6;

  private TitleWords() {}

  static long of(String title) {
    long words = 0;
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() >= SHORTEST) {
        // Spread: the lowest bits of a text's hash depend on its last letters.
        words |= 1L << (word.hashCode() * 0x9E3779B9 >>> 26);
      }
    }
    return words;
  }

  static boolean areAlike(long one, long other) {
    int both = Long.bitCount(one & other);
    return both >= FEWEST && both >= ALIKE * Long.bitCount(one | other);
  }
}
