package org.paperround.subscription;

/**
 * A reader had everything we know of them erased. Fired inside the transaction that does it, before
 * the row goes, so that whoever keeps something for it can let go first.
 */
public record SubscriptionErased(long subscriptionId) {}
