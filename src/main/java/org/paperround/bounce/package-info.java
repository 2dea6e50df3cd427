/**
 * In charge of what comes back for mails we sent: bounces and complaints.
 *
 * <p>Flow: a message from the bounce mailbox or the pipe is read by {@link
 * org.paperround.bounce.ReportReader}, a provider's webhook by its own class, a refusal in the
 * conversation with the relay is told by delivery; each becomes a {@link
 * org.paperround.bounce.Report}. {@link org.paperround.bounce.BounceIntake} finds the mail it
 * speaks of, by proof only, writes an event down once and suppresses the address where the event
 * says so.
 *
 * <p>Edge: it believes nothing about an address, only about a mail of ours that is proven by its
 * envelope sender (VERP) or its Message-ID; the address is the one that mail went to. It keeps no
 * address of its own, only the mail's id and a keyed hash.
 */
@NullMarked
package org.paperround.bounce;

import org.jspecify.annotations.NullMarked;
