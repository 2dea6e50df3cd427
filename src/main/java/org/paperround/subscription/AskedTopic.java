package org.paperround.subscription;

import jakarta.persistence.Embeddable;

/**
 * A topic that one reader asks, or mutes.
 *
 * @param topicId the shared topic
 * @param written the query as this reader wrote it
 */
@Embeddable
public record AskedTopic(long topicId, String written) {}
