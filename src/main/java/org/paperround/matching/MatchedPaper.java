package org.paperround.matching;

import java.time.LocalDate;

/**
 * A paper that answers a topic.
 *
 * @param announcedOn the UTC day of the paper when it was matched; it may bear another one by now
 * @param score comparable between topics and days: the same paper and topic always score the same
 * @param reason where it matched, and on which words
 */
public record MatchedPaper(
    long topicId, long paperId, LocalDate announcedOn, float score, Reason reason) {}
