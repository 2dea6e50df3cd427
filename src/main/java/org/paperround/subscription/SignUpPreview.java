package org.paperround.subscription;

import java.util.List;

/** A sign-up shown as the subscription it will become. */
final class SignUpPreview {

  private SignUpPreview() {}

  static SubscriptionView of(SignUp signUp, Choices choices) {
    return new SubscriptionView(
        0,
        signUp.address,
        choices,
        SubscriptionStatus.UNCONFIRMED,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
