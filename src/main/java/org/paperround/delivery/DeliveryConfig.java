package org.paperround.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mails are sent; the relay itself is configured as {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "paperround.delivery")
public interface DeliveryConfig {

  /** How many conversations this instance has with the relay at once, 1 to 100. */
  @WithDefault("4")
  int connections();

  /** Whether this instance sends. Off, it still accepts, and others may send. */
  @WithDefault("true")
  boolean enabled();

  /** The domain bounces come back to; unset, that of the From address. */
  Optional<String> bounceDomain();

  /** Where answers of readers go; unset, to the From address. */
  Optional<String> replyTo();

  /** The pause after the first temporary refusal; it doubles from there. */
  @WithDefault("1M")
  Duration retryFirstAfter();

  /** The longest pause between two attempts. */
  @WithDefault("1H")
  Duration retryAtMostAfter();

  /** When a mail that could not be sent is stale. */
  ExpiresAfter expiresAfter();

  /** How long a connection may take to be ready for a mail: connecting, TLS, authentication. */
  @WithDefault("30S")
  Duration readyWithin();

  /** How long the relay may take with one mail before its answer counts as lost. */
  @WithDefault("5M")
  Duration answerWithin();

  /** How long a claimed row stays ours without a sign of life. */
  @WithDefault("30S")
  Duration leaseFor();

  /** How long a stop waits for the answers to what is on the wire. */
  @WithDefault("10S")
  Duration stopWithin();

  /** See {@link DeliveryConfig#expiresAfter()}. */
  interface ExpiresAfter {

    /** A digest: yesterday's is of no use. */
    @WithDefault("20H")
    Duration bulk();

    /** A confirmation or a preferences link. */
    @WithDefault("24H")
    Duration transactional();

    /** For the mails of a lane. */
    default Duration of(Lane lane) {
      return switch (lane) {
        case BULK -> bulk();
        case TRANSACTIONAL -> transactional();
      };
    }
  }
}
