package org.paperround.subscription;

/** What following a link from a mail can end in; the edge turns each into its own answer. */
public sealed interface LinkResult {

  /** It did what it says, now or when it was followed before. */
  record Done(SubscriptionView subscription) implements LinkResult {}

  /** The link is ours, and nothing is left that it could act on. */
  record Gone() implements LinkResult {}

  /** The link is ours, and its time is over. */
  record Expired() implements LinkResult {}

  /** The link is not ours. */
  record Forged() implements LinkResult {}
}
