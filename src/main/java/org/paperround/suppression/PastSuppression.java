package org.paperround.suppression;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One time that an address was on the list, kept after it was lifted. */
@Entity
@Table(name = "suppression_history")
class PastSuppression {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "suppression_history_ids")
  @SequenceGenerator(name = "suppression_history_ids", sequenceName = "suppression_seq")
  @Nullable Long id;

  /** As in {@link Suppression}: the address's key or, once its owner was erased, a hash. */
  String address;

  boolean hashed;

  @Enumerated(EnumType.STRING)
  SuppressionReason reason;

  @Nullable String detail;

  Instant suppressedAt;

  @Nullable Instant liftedAt;

  @Enumerated(EnumType.STRING)
  @Nullable LiftedBy liftedBy;

  SuppressionPeriod period() {
    return new SuppressionPeriod(
        reason, detail == null ? "" : detail, suppressedAt, liftedAt, liftedBy);
  }
}
