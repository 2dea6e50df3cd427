package org.paperround.delivery;

import java.time.Instant;
import org.paperround.base.EmailAddress;

/** A mail that was committed as {@code SENDING}: one sender has it, and must record its answer. */
record OnTheWire(
    long id, MailKind kind, EmailAddress to, long reference, String messageId, Instant queuedAt) {}
