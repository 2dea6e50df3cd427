package org.paperround.suppression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of addresses we must not mail.
 *
 * @param address the address's key; null where its owner was erased and only a hash is left
 * @param detail what whoever put it there had to say; may be empty
 */
public record SuppressedAddress(
    @Nullable String address, SuppressionReason reason, String detail, Instant suppressedAt) {}
