package org.paperround.subscription;

/**
 * What a round made of a claimed subscription.
 *
 * @param papersSeen how many papers were new, whoever they were for
 * @param papersMuted how many of them answered the reader's topics and were muted, where nothing
 *     was sent; 0 else
 */
public record Served(DueSubscription due, RoundOutcome outcome, int papersSeen, int papersMuted) {}
