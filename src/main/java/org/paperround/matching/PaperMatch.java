package org.paperround.matching;

/**
 * A paper that answers a topic.
 *
 * @param score higher is better; the same for the same paper and query whatever else was searched
 */
public record PaperMatch(long paperId, float score, Reason reason) {}
