package org.paperround.suppression;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One address on the list, by its key or, after an erasure, by a keyed hash of that. */
@Entity
class Suppression {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "suppression_seq")
  @SequenceGenerator(name = "suppression_seq", sequenceName = "suppression_seq")
  @Nullable Long id;

  /** The address's key, or 64 hex digits: the two cannot be taken for each other. */
  String address;

  boolean hashed;

  @Enumerated(EnumType.STRING)
  SuppressionReason reason;

  @Nullable String detail;

  Instant suppressedAt;

  SuppressedAddress line() {
    return new SuppressedAddress(
        hashed ? null : address, reason, detail == null ? "" : detail, suppressedAt);
  }
}
