package org.paperround.bounce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history of what came back.
 *
 * @param to whom the mail went to; null once the reader was erased
 * @param status the enhanced status code, or the type of a complaint
 * @param detail the server's words, without addresses
 */
public record BounceLine(
    long id,
    long mailId,
    @Nullable String to,
    BounceKind kind,
    @Nullable String status,
    String detail,
    BounceSource source,
    Instant receivedAt) {}
