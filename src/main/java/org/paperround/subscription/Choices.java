package org.paperround.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What a reader chose: which papers, and when.
 *
 * @param topics each valid and no two of them the same topic
 * @param mute the topics whose papers are never wanted, likewise
 * @param weekday counts only for {@link Frequency#WEEKLY}
 * @param maxPapers matched papers in one digest, 1 to 50
 * @param trending whether the most voted papers come along
 * @param sendEmpty whether a mail comes when nothing matched
 */
public record Choices(
    List<TopicChoice> topics,
    List<TopicChoice> mute,
    Frequency frequency,
    DayOfWeek weekday,
    LocalTime deliverAt,
    ZoneId timeZone,
    int maxPapers,
    boolean trending,
    boolean sendEmpty) {

  public Choices {
    // Sign-ups of earlier versions say nothing of it.
    mute = mute == null ? List.of() : mute;
  }

  /** The same with another frequency. */
  public Choices with(Frequency other) {
    return new Choices(
        topics, mute, other, weekday, deliverAt, timeZone, maxPapers, trending, sendEmpty);
  }
}
