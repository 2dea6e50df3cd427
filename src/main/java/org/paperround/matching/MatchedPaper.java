package org.paperround.matching;

/**
 * A paper that answers a topic.
 *
 * @param score comparable between topics and days: the same paper and topic always score the same
 * @param reason where it matched, and on which words
 */
public record MatchedPaper(long topicId, long paperId, float score, Reason reason) {}
