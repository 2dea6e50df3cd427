package org.paperround.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions that a round has locked.
 *
 * @param ids those that are locked, the longest due first
 * @param last the place of the last one looked at; null when nobody is left behind the place asked
 *     for
 * @param skipped how many were left out because somebody else has them
 */
public record DueClaim(List<Long> ids, @Nullable DuePlace last, int skipped) {}
