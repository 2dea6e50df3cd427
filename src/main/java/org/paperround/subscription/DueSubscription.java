package org.paperround.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/**
 * A subscription whose digest is due.
 *
 * @param first whether it is the one at confirmation
 * @param slotDay the reader's local day of the slot it is served for
 * @param choices without the words of what the reader mutes
 * @param topics in the reader's order
 * @param mutedTopicIds the topics whose papers the reader never wants
 * @param leaningTopics the topics whose papers are to stand higher or lower
 * @param lastRoundAt when a round last looked for papers for them; null before the first
 */
public record DueSubscription(
    long id,
    EmailAddress address,
    Choices choices,
    List<AskedTopic> topics,
    List<Long> mutedTopicIds,
    List<LeaningTopic> leaningTopics,
    boolean first,
    LocalDate slotDay,
    @Nullable Instant lastRoundAt) {}
