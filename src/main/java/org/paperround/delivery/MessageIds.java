package org.paperround.delivery;

import java.security.SecureRandom;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;

/**
 * Message-IDs (RFC 5322, 3.6.4): the row's id, then random letters the row keeps, then our domain.
 * Stable across retries, restarts and changes of configuration; unique; not to be guessed; and the
 * row is found again from one that comes back.
 */
final class MessageIds {

  private static final int RANDOM_BYTES = 10;
  private static final Base32 BASE32 = new Base32();
  private static final SecureRandom RANDOM = new SecureRandom();

  private MessageIds() {}

  /** What a new row keeps: the part behind its id. */
  static String newKey(String domain) {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return BASE32.encodeToString(random).toLowerCase(Locale.ROOT) + "@" + domain;
  }

  static String messageId(long id, String key) {
    return "<" + Long.toString(id, Character.MAX_RADIX) + "." + key + ">";
  }
}
