package org.paperround.digest;

import java.time.Instant;

/**
 * A round that found somebody due, as it is written down.
 *
 * @param at the instant it was run as of: readers due by then were served
 * @param startedAt by the service's clock
 * @param due subscriptions that were due
 * @param editions editions composed
 * @param empty due subscriptions for which there was nothing to send
 * @param mails mails handed to the outbox
 */
public record PastRound(
    long id,
    Instant at,
    Instant startedAt,
    Instant finishedAt,
    int due,
    int editions,
    int empty,
    int mails) {}
