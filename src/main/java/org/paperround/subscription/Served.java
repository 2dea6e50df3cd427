package org.paperround.subscription;

/**
 * What a round made of a claimed subscription.
 *
 * @param papersSeen how many papers were new, whoever they were for
 */
public record Served(DueSubscription due, RoundOutcome outcome, int papersSeen) {}
