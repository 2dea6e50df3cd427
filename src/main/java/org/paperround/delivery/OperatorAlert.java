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

  @Enumerated(EnumType.STRING)
  OperatorAlerts.Kind kind;

  String about;
  Instant raisedAt;
  String reason;

  /** For Hibernate. */
  protected OperatorAlert() {}

  OperatorAlert(OperatorAlerts.Kind kind, String about, Instant raisedAt, String reason) {
    this.kind = kind;
    this.about = about;
    this.raisedAt = raisedAt;
    this.reason = reason;
  }
}
