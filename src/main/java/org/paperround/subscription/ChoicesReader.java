package org.paperround.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.function.Function;
import org.paperround.base.RequestFields;
import org.paperround.topic.TopicKey;
import org.paperround.topic.TopicText;
import org.paperround.topic.query.QueryException;

/** Reads {@link Choices} and their defaults from a request. */
final class ChoicesReader {

  private static final int MOST_PAPERS = 50;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  private final RequestFields fields;
  private final Function<TopicText, TopicKey> key;

  ChoicesReader(RequestFields fields) {
    this(fields, TopicText::key);
  }

  /**
   * Reads with another way to the key of a topic.
   *
   * @param key throws a {@link QueryException} on what cannot be read
   */
  ChoicesReader(RequestFields fields, Function<TopicText, TopicKey> key) {
    this.fields = fields;
    this.key = key;
  }

  Choices read() {
    JsonNode given = fields.field("topics");
    TopicListReader topics = new TopicListReader(fields, key);
    boolean asksNothing = given == null || given.isArray() && given.isEmpty();
    boolean trending = fields.flag("trending", asksNothing);
    if (asksNothing && !trending) {
      fields.wrong("topics", "Name at least one topic or set trending: else nothing can be sent.");
    }
    return new Choices(
        topics.read("topics", "topic"),
        topics.read("mute", "mute"),
        fields.oneOf("frequency", Frequency.DAILY, Frequency.class),
        fields.oneOf("weekday", DayOfWeek.MONDAY, DayOfWeek.class),
        fields.text(
            "deliverAt",
            LocalTime.of(7, 0),
            "Write the hour as 07:00, from 00:00 to 23:59.",
            text -> LocalTime.parse(text, HOUR)),
        fields.text(
            "timeZone",
            ZoneId.of("UTC"),
            "This is no time zone we know; write it as Europe/Berlin or UTC.",
            ChoicesReader::zone),
        fields.number("maxPapers", 10, 1, MOST_PAPERS),
        trending,
        fields.flag("sendEmpty", false));
  }

  private static ZoneId zone(String text) {
    if (!ZONES.contains(text)) {
      throw new DateTimeException("unknown zone");
    }
    return ZoneId.of(text);
  }
}
