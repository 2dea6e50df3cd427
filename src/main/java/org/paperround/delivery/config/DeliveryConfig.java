package org.paperround.delivery.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How mails are sent; the relay itself is configured as {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "paperround.delivery")
public interface DeliveryConfig {

  /** How many conversations this instance has with the relay at once, 1 to 100. */
  @WithDefault("4")
  int connections();

  /** How many mails go over one connection before it is replaced; 0 for no limit. */
  @WithDefault("100")
  int mailsPerConnection();

  /** How many mails may leave in any second, of all instances together; 0 for no limit. */
  @WithDefault("0")
  int ratePerSecond();

  /** As {@link #ratePerSecond}, in any minute. */
  @WithDefault("0")
  int ratePerMinute();

  /** As {@link #ratePerSecond}, in any hour. */
  @WithDefault("0")
  int ratePerHour();

  /** As {@link #ratePerSecond}, in any day. */
  @WithDefault("0")
  int ratePerDay();

  /** How many may leave to any one domain that {@link #domains()} does not name. */
  Rate domainRate();

  /** How many may leave to the domains that are named here. */
  Map<String, Rate> domains();

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

  /** How many mails may leave to one domain in any window of a length; 0 for no limit. */
  interface Rate {

    @WithDefault("0")
    int perSecond();

    @WithDefault("0")
    int perMinute();

    @WithDefault("0")
    int perHour();

    @WithDefault("0")
    int perDay();
  }

  /** See {@link DeliveryConfig#expiresAfter()}. */
  interface ExpiresAfter {

    /** A digest: yesterday's is of no use. */
    @WithDefault("20H")
    Duration bulk();

    /** A confirmation or a preferences link. */
    @WithDefault("24H")
    Duration transactional();
  }
}
