package org.paperround.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the operator was mailed about; it names no reader. */
@Entity
class OperatorAlert {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "operator_alert_seq")
  @SequenceGenerator(
      name = "operator_alert_seq",
      sequenceName = "operator_alert_seq",
      allocationSize = 1)
  @Nullable Long id;

  Instant raisedAt;

  String reason;
}
