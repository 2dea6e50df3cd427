package org.paperround.topic;

/**
 * A topic gained its first confirmed reader who asks it, or its first who mutes it. Fired inside
 * the transaction that makes it so.
 *
 * @param topicId the topic that papers already held have yet to meet
 */
public record TopicActivated(long topicId) {}
