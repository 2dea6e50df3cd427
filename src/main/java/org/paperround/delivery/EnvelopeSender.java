package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.paperround.base.EmailAddress;
import org.paperround.base.ServiceConfig;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.config.SenderIdentity;

/**
 * The envelope sender of each mail (VERP): where its bounce comes back to, and the proof of whose
 * it is. {@code b-} and 32 base32 digits (RFC 4648) hold the mail's id and 96 bits of an
 * HMAC-SHA-256 over it, under a key derived from the service's secret: 34 octets of the 64 that RFC
 * 5321 (4.5.3.1.1) allows. Lower case, for local parts get folded on their way.
 */
@ApplicationScoped
public class EnvelopeSender {

  private static final String PURPOSE = "paperround/envelope-sender";
  private static final String PREFIX = "b-";
  private static final int MAC_BYTES = 12;
  private static final int DIGITS = 32;

  private final Base32 base32 = new Base32();
  private final List<byte[]> keys;
  private final String domain;

  EnvelopeSender(ServiceConfig service, DeliveryConfig config, SenderIdentity identity) {
    this.keys = service.secret().stream().map(EnvelopeSender::derive).toList();
    this.domain = config.bounceDomain().orElseGet(identity::domain).toLowerCase(Locale.ROOT);
  }

  /** The address the bounces of one mail come back to. */
  public EmailAddress of(long mailId) {
    byte[] id = ByteBuffer.allocate(Long.BYTES).putLong(mailId).array();
    byte[] token =
        ByteBuffer.allocate(Long.BYTES + MAC_BYTES)
            .put(id)
            .put(mac(keys.get(0), id), 0, MAC_BYTES)
            .array();
    return new EmailAddress(PREFIX + base32.encodeToString(token).toLowerCase(Locale.ROOT), domain);
  }

  /**
   * Whose bounce this is.
   *
   * @param localPart of the address a bounce was sent to, in any case
   * @return the mail's id; empty when we never made such an address
   */
  public OptionalLong mailOf(String localPart) {
    String folded = localPart.toLowerCase(Locale.ROOT);
    if (folded.length() != PREFIX.length() + DIGITS || !folded.startsWith(PREFIX)) {
      return OptionalLong.empty();
    }
    String digits = folded.substring(PREFIX.length()).toUpperCase(Locale.ROOT);
    if (!base32.isInAlphabet(digits)) {
      return OptionalLong.empty();
    }
    ByteBuffer token = ByteBuffer.wrap(base32.decode(digits));
    byte[] id = new byte[Long.BYTES];
    byte[] mac = new byte[MAC_BYTES];
    token.get(id).get(mac);
    return signedByUs(id, mac)
        ? OptionalLong.of(ByteBuffer.wrap(id).getLong())
        : OptionalLong.empty();
  }

  private boolean signedByUs(byte[] id, byte[] given) {
    boolean signed = false;
    for (byte[] key : keys) {
      byte[] expected = ByteBuffer.allocate(MAC_BYTES).put(mac(key, id), 0, MAC_BYTES).array();
      signed |= MessageDigest.isEqual(expected, given);
    }
    return signed;
  }

  /** A key for this purpose alone, so that a bounce address can never pass for a link's token. */
  private static byte[] derive(String secret) {
    byte[] service = secret.strip().getBytes(StandardCharsets.UTF_8);
    return mac(service, PURPOSE.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(byte[] key, byte[] data) {
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(data);
  }
}
