package org.paperround.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paperround.matching.PaperMatch;
import org.paperround.matching.TopicPreview;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicText;
import org.paperround.topic.query.QueryException;

/** Says what topics would have found lately, for programs and for people. */
@ApplicationScoped
class TopicPreviews {

  private static final int BEST = 3;
  private static final int MOST_TOPICS = 20;

  /** Of fewer days, how much a week brings cannot be told. */
  private static final int DAYS_THAT_TELL = 5;

  private final TopicPreview preview;
  private final Papers papers;

  TopicPreviews(TopicPreview preview, Papers papers) {
    this.preview = preview;
    this.papers = papers;
  }

  /**
   * What one topic found.
   *
   * @param query as it was written
   * @param days how far back it was looked, in days
   * @param papers how many papers were looked at
   * @param perWeek how many a week to expect, to one decimal
   * @param sentence all this for people
   */
  record Preview(
      String query,
      int days,
      long papers,
      int matched,
      double perWeek,
      List<Example> best,
      String sentence) {}

  /** A paper that was found, and why. */
  record Example(String id, String title, String reason) {}

  /** What is said of a topic on a page. */
  record Told(String topic, String sentence) {}

  /**
   * Tries a topic.
   *
   * @throws QueryException if it cannot be read
   */
  Preview of(String query) {
    TopicPreview.Found found = preview.of(TopicText.ofQuery(query), Strength.NORMAL, BEST);
    Map<Long, Paper> byId =
        papers.findAll(found.best().stream().map(PaperMatch::paperId).toList()).stream()
            .collect(Collectors.toMap(Paper::id, Function.identity()));
    List<Example> best = new ArrayList<>();
    for (PaperMatch match : found.best()) {
      Paper paper = byId.get(match.paperId());
      if (paper != null) {
        best.add(example(paper, match));
      }
    }
    double perWeek = Math.round(found.perWeek() * 10) / 10.0;
    return new Preview(
        query, found.days(), found.papers(), found.matched(), perWeek, best, sentence(found, best));
  }

  private static Example example(Paper paper, PaperMatch match) {
    return new Example(
        paper.identifier().value(), paper.content().title(), match.reason().sentence());
  }

  private static String sentence(TopicPreview.Found found, List<Example> best) {
    if (found.papers() == 0) {
      return "There are no papers yet to try it on.";
    }
    String when = found.days() == 1 ? "today" : "the last " + found.days() + " days";
    if (best.isEmpty()) {
      return "Nothing among the %,d papers of %s.".formatted(found.papers(), when);
    }
    return often(found, when) + ", such as “" + best.get(0).title() + "”.";
  }

  private static String often(TopicPreview.Found found, String when) {
    if (found.days() < DAYS_THAT_TELL) {
      return "%,d of the %,d papers of %s".formatted(found.matched(), found.papers(), when);
    }
    long perWeek = Math.round(found.perWeek());
    return switch ((int) Math.min(perWeek, 2)) {
      case 0 -> "Less than one paper a week";
      case 1 -> "About one paper a week";
      default -> "About %,d papers a week".formatted(perWeek);
    };
  }

  /** What each of some topics would find; of one that cannot be read, why. */
  List<Told> told(Collection<String> topics) {
    return topics.stream().distinct().limit(MOST_TOPICS).map(this::told).toList();
  }

  private Told told(String topic) {
    try {
      return new Told(topic, of(topic).sentence());
    } catch (QueryException malformed) {
      return new Told(topic, malformed.detail());
    }
  }
}
