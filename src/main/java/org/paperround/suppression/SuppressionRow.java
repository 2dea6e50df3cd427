package org.paperround.suppression;

import java.time.Instant;
import org.paperround.base.EmailAddress;

/**
 * A suppression that is brought from elsewhere.
 *
 * @param reason any but {@code ERASED}
 * @param detail at most 1,000 characters, or it is cut there; may be empty
 */
public record SuppressionRow(
    EmailAddress address, SuppressionReason reason, String detail, Instant suppressedAt) {}
