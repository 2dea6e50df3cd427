package org.paperround.web;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;

/**
 * A topic as the form of choices has it.
 *
 * @param field where it stands: {@code topics}, {@code about}, {@code like} or {@code pick}
 * @param typed what stands there
 * @param text what that asks
 * @param label what the form calls it
 * @param strength {@code few}, {@code normal}, {@code many}, or whatever else was posted
 */
record FormTopic(String field, String typed, TopicText text, String label, String strength) {

  static final String TOPICS = "topics";
  static final String ABOUT = "about";
  static final String LIKE = "like";
  static final String PICK = "pick";

  private static final int MARKED = 200;
  private static final String NORMAL = TopicChoice.word(Strength.NORMAL);
  private static final Pattern EMPTY_LINES =
      Pattern.compile("(?U)(?>\\R)(?:[^\\S\\r\\n]*(?>\\R))+");
  // As script has it: what is copied from a PDF is full of spaces that do not break.
  private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
  private static final Pattern SPACES_AROUND = Pattern.compile("(?U)^\\s+|\\s+$");

  /** One topic that was ticked. */
  static FormTopic picked(String value, String query, String label) {
    return new FormTopic(PICK, value, TopicText.ofQuery(query), label, NORMAL);
  }

  static FormTopic query(String typed) {
    return new FormTopic(TOPICS, typed, TopicText.ofQuery(typed), typed, NORMAL);
  }

  /** A topic in the reader's own words; where its lines end means nothing. */
  static FormTopic about(String typed) {
    return labelled(ABOUT, TopicKind.ABOUT, SPACES.matcher(typed).replaceAll(" "));
  }

  static FormTopic like(String typed) {
    return labelled(LIKE, TopicKind.LIKE, typed);
  }

  private static FormTopic labelled(String field, TopicKind kind, String typed) {
    TopicText text = new TopicText(kind, typed);
    return new FormTopic(field, typed, text, text.label(), NORMAL);
  }

  /** What was typed, one on each line. */
  static Stream<String> lines(String typed) {
    return filled(typed.lines());
  }

  /** What was typed, with empty lines between. */
  static Stream<String> paragraphs(String typed) {
    return filled(EMPTY_LINES.splitAsStream(typed));
  }

  private static Stream<String> filled(Stream<String> all) {
    return all.map(one -> SPACES_AROUND.matcher(one).replaceAll("")).filter(one -> !one.isEmpty());
  }

  /** The same at another strength. */
  FormTopic with(String other) {
    return new FormTopic(field, typed, text, label, other);
  }

  /**
   * What stands for it where the form asks how much of it is wanted: its beginning, which tells it
   * from the others of one reader, so that abstracts are not posted twice.
   */
  public String mark() {
    int end =
        typed.codePointCount(0, typed.length()) > MARKED
            ? typed.offsetByCodePoints(0, MARKED)
            : typed.length();
    return field + " " + typed.substring(0, end);
  }

  /** The field under which it is told what the topic finds. */
  String previewedAt() {
    return PICK.equals(field) ? TOPICS : field;
  }

  /** Whether it is asked at the usual strength. */
  boolean isNormal() {
    return NORMAL.equals(strength);
  }

  /** As it would be chosen, if it reads. */
  TopicChoice choice() {
    return new TopicChoice(text, Strength.named(strength).orElse(Strength.NORMAL));
  }
}
