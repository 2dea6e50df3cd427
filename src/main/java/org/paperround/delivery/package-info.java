/**
 * In charge of every mail from the moment it is accepted to the state it ends in.
 *
 * <p>Flow: a higher room hands a {@link MailRequest} to the {@link Outbox} in its own transaction.
 * One claimer per process leases due rows in chunks and has them rendered by the rooms' {@link
 * MailRenderer} and {@link BulkRenderer}; each sender thread owns one conversation with the relay:
 * it takes the next mail that domains and {@link Rates} let pass, records the last answer and names
 * the mail in one commit of the {@link Journal}, which groups the turns of all senders, and sends
 * it. Every final state is told as {@link MailEnded}, and stays readable in the {@link MailLedger}.
 *
 * <p>Edge: it knows nothing of papers, readers or editions, only addresses and references. "Sent"
 * means the next server took the mail, no more. What comes back later is the bounce room's.
 */
@NullMarked
package org.paperround.delivery;

import org.jspecify.annotations.NullMarked;
import org.paperround.delivery.rate.Rates;
