package org.paperround.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.Reason;

/**
 * One paper of an edition, as it stood when the edition was composed.
 *
 * @param revision which content of the paper the reader was shown
 * @param topics the reader's topics it answers, in their words, the one it stands under first; none
 *     for {@link Section#TRENDING}
 * @param reason why it matched the first of them; null for {@link Section#TRENDING}
 */
record EditionItem(
    long paperId,
    int revision,
    Section section,
    List<String> topics,
    @Nullable Reason reason,
    int votes,
    int comments) {}
