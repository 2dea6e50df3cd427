package org.paperround.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits at the door and the life of its links. */
@ConfigMapping(prefix = "paperround.signup")
interface SubscriptionConfig {

  /** Well-formed or not, this many requests an hour from one client; 0 for no limit. */
  @WithDefault("30")
  int maxPerClientPerHour();

  /** At most one mail of a kind per address in this time. */
  @WithDefault("PT15M")
  Duration addressPause();

  /** At most this many mails of a kind per address in a day. */
  @WithDefault("3")
  int maxPerAddressPerDay();

  @WithDefault("P7D")
  Duration confirmationValidFor();

  @WithDefault("P30D")
  Duration preferencesValidFor();
}
