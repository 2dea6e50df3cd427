package org.paperround.delivery;

import java.time.Duration;
import org.paperround.delivery.config.DeliveryConfig;

/** A share of the connections of its own, so that one kind of mail need not wait for another. */
public enum Lane {
  /** Asked for by a person who waits for it. */
  TRANSACTIONAL,
  /** Many at once, in their own time. */
  BULK;

  /** How long its mails are tried. */
  Duration expiresAfter(DeliveryConfig.ExpiresAfter expiresAfter) {
    return switch (this) {
      case BULK -> expiresAfter.bulk();
      case TRANSACTIONAL -> expiresAfter.transactional();
    };
  }
}
