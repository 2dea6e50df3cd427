package org.paperround.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An edition as it is shown: facts only, as the sources gave them. How they are worded, shortened
 * and escaped is settled here and in the templates, alike for the mail's two parts and the page.
 *
 * @param date the reader's local date of the slot
 * @param newPapers how many new papers were looked at; 0 leaves the number out
 * @param groups the matched papers by topic, in the order of the edition
 * @param trending the section of most voted papers, where the reader wants it
 * @param more how many matched papers did not fit and are only on the edition's page
 * @param feedbackUrl where feedback on its papers is given, up to {@code /more/} and a paper
 * @param topicsAsked the reader's topics, in their own words
 */
public record EditionView(
    LocalDate date,
    int newPapers,
    List<Group> groups,
    @Nullable Group trending,
    int more,
    String editionUrl,
    String preferencesUrl,
    String unsubscribeUrl,
    String feedbackUrl,
    String postalAddress,
    List<String> topicsAsked) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final int SUBJECT = 110;
  private static final int TOPICS_SHOWN = 12;
  private static final int TOPIC_LENGTH = 60;

  public EditionView {
    groups = List.copyOf(groups);
    postalAddress = Line.of(postalAddress);
    topicsAsked = topicsAsked.stream().map(Line::of).toList();
  }

  /** How many papers answer the reader's topics and stand in the edition itself. */
  public int matched() {
    int matched = 0;
    for (Group group : groups) {
      matched += group.items().size();
    }
    return matched;
  }

  /** How many papers the trending section holds. */
  public int trendingCount() {
    return trending == null ? 0 : trending.items().size();
  }

  /** The reader asked for topics and none of them was answered. */
  public boolean nothingMatched() {
    return groups.isEmpty() && !topicsAsked.isEmpty();
  }

  /** The line under the wordmark: "Monday 4 May · 7 papers for you of 412 new". */
  public String dateline() {
    String day = DAY.format(date);
    if (groups.isEmpty()) {
      return nothingMatched() ? day + " · nothing new for you" : day + " · " + trendingPapers();
    }
    int matched = matched();
    String of = newPapers > matched ? " of " + Line.number(newPapers) + " new" : "";
    return day + " · " + Line.count(matched, "paper") + " for you" + of;
  }

  /** What the mail is called: how many papers, and the title of the first. */
  public String subject() {
    if (groups.isEmpty() && trendingCount() == 0) {
      return "Nothing new for you on " + DAY.format(date);
    }
    if (nothingMatched()) {
      return "Nothing new for you on " + DAY.format(date) + ", but " + trendingPapers();
    }
    Group first = !groups.isEmpty() || trending == null ? groups.get(0) : trending;
    String what = groups.isEmpty() ? trendingPapers() : Line.count(matched(), "paper") + " for you";
    return Line.cut(what + ": " + first.items().get(0).paper().title(), SUBJECT);
  }

  private String trendingPapers() {
    return Line.count(trendingCount(), "trending paper");
  }

  /** The sentence in the footer that says what the reader asked for. */
  public String whyYouGetIt() {
    return "You get this because you asked Paperround for"
        + (topicsAsked.isEmpty() ? " the papers that trend." : ": " + topicsShown() + ".");
  }

  /** The topics named in the footer: the first dozen, and how many there are besides. */
  public String topicsShown() {
    List<String> shown =
        new ArrayList<>(
            topicsAsked.stream()
                .limit(TOPICS_SHOWN)
                .map(topic -> Line.cut(topic, TOPIC_LENGTH))
                .toList());
    if (topicsAsked.size() > TOPICS_SHOWN) {
      shown.add(topicsAsked.size() - TOPICS_SHOWN + " more");
    }
    return String.join(" · ", shown);
  }

  /**
   * The papers under one heading.
   *
   * @param label the topic in the reader's words, or "Trending"
   */
  public record Group(String label, List<Item> items) {
    public Group {
      label = Line.cut(Line.of(label), 100);
      items = List.copyOf(items);
    }
  }

  /**
   * A paper and why it is here.
   *
   * @param otherTopics the reader's other topics it answers too
   */
  public record Item(PaperView paper, Why why, List<String> otherTopics) {

    private static final int SHOWN = 3;

    public Item {
      otherTopics = otherTopics.stream().map(topic -> Line.cut(Line.of(topic), 60)).toList();
    }

    /** "also for “one” and about “two”", or nothing. */
    public String alsoFor() {
      if (otherTopics.isEmpty()) {
        return "";
      }
      List<String> quoted =
          new ArrayList<>(otherTopics.stream().limit(SHOWN).map(Item::quoted).toList());
      if (otherTopics.size() > SHOWN) {
        quoted.add(otherTopics.size() - SHOWN + " more");
      }
      return "also for " + Line.and(quoted);
    }

    private static String quoted(String topic) {
      if (!topic.contains("“")) {
        return "“" + topic + "”";
      }
      // The reader's own words are quoted already, and may have been cut.
      return topic.endsWith("”") ? topic : topic + "”";
    }
  }
}
