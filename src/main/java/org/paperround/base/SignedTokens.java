package org.paperround.base;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;
import org.paperround.base.SignedToken.Purpose;

/**
 * Signs and reads the tokens in our links: HMAC-SHA-256 (RFC 2104) over purpose, id and expiry, in
 * base64url without padding (RFC 4648), one path segment of 67 characters. Tokens are never logged.
 */
@ApplicationScoped
public class SignedTokens {

  private static final byte VERSION = 1;
  private static final int PAYLOAD = 1 + 1 + Long.BYTES + Long.BYTES;
  private static final int MAC = 32;
  private static final long NEVER = 0;

  private final List<byte[]> keys;
  // Making one costs more than using it, and every digest has four links to sign.
  private final ThreadLocal<Mac> signer;
  private final Clock clock;

  SignedTokens(ServiceConfig config, Clock clock) {
    this.keys = config.secret().stream().map(SignedTokens::key).toList();
    this.signer = ThreadLocal.withInitial(() -> mac(keys.get(0)));
    this.clock = clock;
  }

  private static byte[] key(String secret) {
    return secret.strip().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A token for a link.
   *
   * @param expiresAt rounded down to the second; null for never
   */
  public String sign(Purpose purpose, long id, @Nullable Instant expiresAt) {
    byte[] payload =
        ByteBuffer.allocate(PAYLOAD)
            .put(VERSION)
            .put(purpose.number())
            .putLong(id)
            .putLong(expiresAt == null ? NEVER : expiresAt.getEpochSecond())
            .array();
    byte[] token =
        ByteBuffer.allocate(PAYLOAD + MAC).put(payload).put(signer.get().doFinal(payload)).array();
    return encode(token);
  }

  private static String encode(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Reads a token that came back, for the one purpose the caller serves. */
  public SignedToken.Reading read(Purpose purpose, String text) {
    byte[] token = decode(text);
    if (token.length != PAYLOAD + MAC || !encode(token).equals(text)) {
      return new SignedToken.Forged();
    }
    ByteBuffer buffer = ByteBuffer.wrap(token);
    byte[] payload = new byte[PAYLOAD];
    byte[] mac = new byte[MAC];
    buffer.get(payload).get(mac);
    if (!signedByUs(payload, mac) || payload[0] != VERSION || payload[1] != purpose.number()) {
      return new SignedToken.Forged();
    }
    long expiry = buffer.getLong(2 + Long.BYTES);
    Instant expiresAt = expiry == NEVER ? null : Instant.ofEpochSecond(expiry);
    SignedToken read = new SignedToken(purpose, buffer.getLong(2), expiresAt);
    return expiresAt == null || clock.instant().isBefore(expiresAt)
        ? new SignedToken.Valid(read)
        : new SignedToken.Expired(read);
  }

  /** What the JDK reads leniently: padding and the bits left over in the last character pass. */
  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private boolean signedByUs(byte[] payload, byte[] mac) {
    boolean signed = false;
    for (byte[] key : keys) {
      signed |= MessageDigest.isEqual(mac(key).doFinal(payload), mac);
    }
    return signed;
  }

  private static Mac mac(byte[] key) {
    return HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
  }
}
