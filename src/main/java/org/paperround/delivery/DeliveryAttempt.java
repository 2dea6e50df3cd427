package org.paperround.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try at the relay with one mail, and its reply. */
@Entity
class DeliveryAttempt {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_attempt_seq")
  @SequenceGenerator(name = "delivery_attempt_seq", sequenceName = "delivery_attempt_seq")
  @Nullable Long id;

  long mailId;

  Instant attemptedAt;

  @Enumerated(EnumType.STRING)
  AttemptOutcome outcome;

  /** The SMTP reply code (RFC 5321), where there was a reply. */
  @Nullable Integer code;

  /** The enhanced status code (RFC 3463), where the reply had one. */
  @Nullable String enhanced;

  /** The reply's text; null where the reader was erased. */
  @Nullable String reply;
}
