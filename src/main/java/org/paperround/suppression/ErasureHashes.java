package org.paperround.suppression;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * Hashes of erased addresses: HMAC-SHA-256 (RFC 2104) of the address's key, under a random key of
 * this service alone that lives in the database, so that a copy of the list without it tells nobody
 * who asked to be forgotten, and so that rotating the signing secret does not bring them back.
 */
@ApplicationScoped
class ErasureHashes {

  private static final int KEY_BYTES = 32;

  private final EntityManager entities;
  private volatile byte @Nullable [] key;

  ErasureHashes(EntityManager entities) {
    this.entities = entities;
  }

  /** 64 hex digits, the same for every spelling of one address. */
  String of(EmailAddress address) {
    return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key()).hmacHex(address.key());
  }

  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = madeOrRead();
      key = known;
    }
    return known;
  }

  private synchronized byte[] madeOrRead() {
    // Transactions of their own: a key that a rolled-back caller had made would hash to nothing.
    Optional<byte[]> stored = QuarkusTransaction.requiringNew().call(this::read);
    if (stored.isPresent()) {
      return stored.get();
    }
    try {
      QuarkusTransaction.requiringNew().run(this::make);
    } catch (RuntimeException madeByAnother) {
      // Of two instances that get here at once one fails; then both read what the other wrote.
      return QuarkusTransaction.requiringNew().call(this::read).orElseThrow(() -> madeByAnother);
    }
    return QuarkusTransaction.requiringNew().call(this::read).orElseThrow();
  }

  private void make() {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    ErasureKey row = new ErasureKey();
    row.id = ErasureKey.ONLY;
    row.secret = Base64.getEncoder().encodeToString(fresh);
    entities.persist(row);
  }

  private Optional<byte[]> read() {
    return Optional.ofNullable(entities.find(ErasureKey.class, ErasureKey.ONLY))
        .map(row -> Base64.getDecoder().decode(row.secret));
  }
}
