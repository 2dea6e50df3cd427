package org.paperround.delivery;

/**
 * A mail reached its final state and was not {@code SENT}: who wants to know of the many that were
 * asks the ledger. Fired as a CDI event inside the transaction that records it, so that what an
 * observer writes stands or falls with it. An observer that keeps throwing is left out, with an
 * error in the log: the ledger must not stand still for it.
 *
 * @param uncertain whether some attempt's answer was lost, so that the reader may have the mail
 *     whatever the state says
 */
public record MailEnded(
    long mailId, MailKind kind, long reference, MailState state, boolean uncertain) {}
