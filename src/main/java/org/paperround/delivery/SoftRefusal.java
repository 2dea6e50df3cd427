package org.paperround.delivery;

import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * A mail ended without having been taken, for a reason that may pass: it {@code EXPIRED} and the
 * relay's last answer to it was a 4xx of its own, or it {@code FAILED} with a 5xx such as 5.2.2
 * that does not say the address is wrong. Fired as a CDI event once, inside the transaction that
 * records the final state; never for a mail that was deferred and taken later, nor for answers that
 * were excused as an outage of the relay.
 *
 * @param address whom the mail was for
 * @param enhanced the enhanced status code (RFC 3463) of the last answer, such as {@code 4.2.2};
 *     null where it had none
 * @param detail the server's words
 */
public record SoftRefusal(
    long mailId, EmailAddress address, @Nullable String enhanced, String detail) {}
