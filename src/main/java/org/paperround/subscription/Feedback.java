package org.paperround.subscription;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What a reader said of a paper.
 *
 * @param topicId the shared topic that finds papers like it
 */
@Embeddable
record Feedback(long topicId, @Enumerated(EnumType.STRING) Want want, Instant givenAt) {}
