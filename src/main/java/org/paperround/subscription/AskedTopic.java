package org.paperround.subscription;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;

/**
 * A topic that one reader asks, or mutes.
 *
 * @param topicId the shared topic
 * @param written as this reader wrote it
 * @param strength how much of it they want; means nothing of one they mute
 */
@Embeddable
public record AskedTopic(
    long topicId,
    @Enumerated(EnumType.STRING) TopicKind kind,
    String written,
    @Enumerated(EnumType.STRING) Strength strength) {

  static AskedTopic of(long topicId, TopicChoice choice) {
    return new AskedTopic(
        topicId, choice.text().kind(), choice.text().written(), choice.strength());
  }

  /** What the reader chose. */
  public TopicChoice choice() {
    return new TopicChoice(new TopicText(kind, written), strength);
  }
}
