package org.paperround.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What a reader chose: which papers, and when.
 *
 * @param topics the queries as they were written, each valid and no two of them the same topic
 * @param weekday counts only for {@link Frequency#WEEKLY}
 * @param maxPapers matched papers in one digest, 1 to 50
 * @param trending whether the most voted papers come along
 * @param sendEmpty whether a mail comes when nothing matched
 */
public record Choices(
    List<String> topics,
    Frequency frequency,
    DayOfWeek weekday,
    LocalTime deliverAt,
    ZoneId timeZone,
    int maxPapers,
    boolean trending,
    boolean sendEmpty) {

  /** The same with another frequency. */
  public Choices with(Frequency other) {
    return new Choices(topics, other, weekday, deliverAt, timeZone, maxPapers, trending, sendEmpty);
  }
}
