package org.paperround.delivery;

import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * A mail to be sent.
 *
 * @param reference the row from which its {@link MailRenderer} renders it: a sign-up, an edition
 * @param subscriptionId whose mail it is, for cancelling and erasing; null where there is none yet
 */
public record MailRequest(
    MailKind kind, EmailAddress to, long reference, @Nullable Long subscriptionId) {}
