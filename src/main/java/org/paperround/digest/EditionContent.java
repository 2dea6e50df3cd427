package org.paperround.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What there is to show of an {@link Edition}. */
record EditionContent(
    long id,
    long subscriptionId,
    LocalDate slotOn,
    Instant composedAt,
    int papersNew,
    List<String> topics,
    List<EditionItem> items) {}
