package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.paperround.base.ServiceConfig;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;

/** Makes the tokens and links by which readers reach their subscription. */
@ApplicationScoped
public class PreferencesLinks {

  private final SignedTokens tokens;
  private final SubscriptionConfig config;
  private final ServiceConfig service;
  private final Clock clock;

  PreferencesLinks(
      SignedTokens tokens, SubscriptionConfig config, ServiceConfig service, Clock clock) {
    this.tokens = tokens;
    this.config = config;
    this.service = service;
    this.clock = clock;
  }

  /** A preferences token for a reader who has just proved who they are. */
  public String fresh(long subscriptionId) {
    return token(subscriptionId, clock.instant());
  }

  /**
   * The address of the preferences page for a mail made at some instant; it runs out 30 days on.
   */
  public String preferences(long subscriptionId, Instant mailedAt) {
    return service.url("/preferences/" + token(subscriptionId, mailedAt));
  }

  /** A token that leads to leaving, for ever. */
  public String unsubscribeToken(long subscriptionId) {
    return tokens.sign(Purpose.UNSUBSCRIBE, subscriptionId, null);
  }

  /** The address for leaving, for ever. */
  public String unsubscribe(long subscriptionId) {
    return service.url("/unsubscribe/" + unsubscribeToken(subscriptionId));
  }

  private String token(long subscriptionId, Instant from) {
    return tokens.sign(
        Purpose.PREFERENCES, subscriptionId, from.plus(config.preferencesValidFor()));
  }
}
