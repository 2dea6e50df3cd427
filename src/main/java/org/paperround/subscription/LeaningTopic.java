package org.paperround.subscription;

/**
 * A topic whose papers a reader wants to stand higher or lower.
 *
 * @param topicId the shared topic that finds papers like one they gave feedback on
 */
public record LeaningTopic(long topicId, Want want) {}
