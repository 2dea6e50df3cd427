package org.paperround.paper;

import java.text.Normalizer;

/**
 * A title as a number, by which the same work is recognised that came under two identities: case,
 * accents, spaces, punctuation and other signs do not count. 64 bits, so that two titles of a
 * fortnight that differ are not taken for one.
 */
final class TitleKey {

  /** Of titles without a letter or digit, which say nothing. */
  static final long NONE = 0;

  // FNV-1a.
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TitleKey() {}

  static long of(String title) {
    // Accents become signs of their own.
    String apart = isAscii(title) ? title : Normalizer.normalize(title, Normalizer.Form.NFKD);
    long key = START;
    for (int i = 0; i < apart.length(); ) {
      int sign = apart.codePointAt(i);
      if (Character.isLetterOrDigit(sign)) {
        key = (key ^ Character.toLowerCase(sign)) * PRIME;
      }
      i += Character.charCount(sign);
    }
    return key == START ? NONE : key;
  }

  private static boolean isAscii(String title) {
    for (int i = 0; i < title.length(); i++) {
      if (title.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
