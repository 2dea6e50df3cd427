package org.paperround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param to null once the reader was erased
 * @param reason with {@code CANCELLED} a {@link CancelReason} or {@code GONE}, with {@code
 *     SUPPRESSED} a suppression's reason; else null
 * @param attempts how often the relay was tried with this mail
 * @param uncertain whether some attempt's answer was lost
 * @param lastReply what the relay answered last, or what kept it from answering
 * @param messageId with its angle brackets
 * @param sentAt when the next server took it
 */
public record LedgerEntry(
    long id,
    @Nullable String to,
    MailKind kind,
    MailState state,
    @Nullable String reason,
    int attempts,
    boolean uncertain,
    @Nullable String lastReply,
    String messageId,
    Instant queuedAt,
    @Nullable Instant sentAt) {}
