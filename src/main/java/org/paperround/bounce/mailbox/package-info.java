/**
 * Looks into the mailbox bounces are delivered to, over IMAP or POP3.
 *
 * <p>Flow: by the clock {@link org.paperround.bounce.mailbox.MailboxPoll} connects, hands messages
 * one by one to the intake and removes each only when that has answered, which means that what
 * there was to record is committed. What nobody can read is put aside and never deleted.
 *
 * <p>Edge: a look is bounded in messages and bytes, and every wait for the server has an end.
 */
@NullMarked
package org.paperround.bounce.mailbox;

import org.jspecify.annotations.NullMarked;
