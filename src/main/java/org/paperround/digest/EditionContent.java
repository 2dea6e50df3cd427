package org.paperround.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a mail shows of an {@link Edition}.
 *
 * @param items without those of {@link Section#MORE}, which are only counted
 */
record EditionContent(
    long id,
    long subscriptionId,
    LocalDate slotOn,
    Instant composedAt,
    int papersNew,
    List<String> topics,
    List<EditionItem> items,
    int more) {}
