package org.paperround.suppression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that an address was on the list, or still is.
 *
 * @param detail what whoever put it there had to say; empty once its owner was erased
 * @param liftedAt null while it lasts
 * @param liftedBy null while it lasts
 */
public record SuppressionPeriod(
    SuppressionReason reason,
    String detail,
    Instant suppressedAt,
    @Nullable Instant liftedAt,
    @Nullable LiftedBy liftedBy) {}
