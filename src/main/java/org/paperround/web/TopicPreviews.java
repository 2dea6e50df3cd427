package org.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.PaperMatch;
import org.paperround.matching.TopicPreview;
import org.paperround.paper.Paper;
import org.paperround.paper.Papers;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.TopicKind;
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
   * What one topic found. It stands as it was written in the field of its kind; the other two are
   * absent.
   *
   * @param like a text, or a list where several papers are named
   * @param days how far back it was looked, in days
   * @param papers how many papers were looked at
   * @param perWeek how many a week to expect, to one decimal
   * @param sentence all this for people
   * @param remark how it was looked for, where that needs saying
   */
  record Preview(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String query,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String about,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(implementation = Object.class)
          @Nullable JsonNode like,
      String kind,
      String strength,
      int days,
      long papers,
      int matched,
      double perWeek,
      List<Example> best,
      String sentence,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String remark) {

    /** The sentence, and the remark where there is one. */
    String told() {
      return remark == null ? sentence : sentence + " " + remark;
    }
  }

  /** A paper that was found, and why. */
  record Example(String id, String title, String reason) {}

  /**
   * What is said of a topic on a page.
   *
   * @param field of the form, where the topic stands
   */
  record Told(String field, String topic, String sentence) {}

  /**
   * Tries a topic.
   *
   * @throws QueryException if it cannot be read
   */
  Preview of(TopicChoice topic) {
    TopicPreview.Found found = preview.of(topic.text(), topic.strength(), BEST);
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
    TopicKind kind = topic.text().kind();
    String written = topic.text().written();
    return new Preview(
        kind == TopicKind.QUERY ? written : null,
        kind == TopicKind.ABOUT ? written : null,
        kind == TopicKind.LIKE ? topic.words() : null,
        TopicChoice.word(kind),
        TopicChoice.word(topic.strength()),
        found.days(),
        found.papers(),
        found.matched(),
        Math.round(found.perWeek() * 10) / 10.0,
        best,
        sentence(found, best),
        found.remark());
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

  /** What each of the topics of a form would find; of one that cannot be read, why. */
  List<Told> told(List<FormTopic> topics) {
    return topics.stream().distinct().limit(MOST_TOPICS).map(this::told).toList();
  }

  private Told told(FormTopic topic) {
    String label = topic.text().label();
    try {
      return new Told(topic.previewedAt(), label, of(topic.choice()).told());
    } catch (QueryException malformed) {
      return new Told(topic.previewedAt(), label, malformed.detail());
    }
  }
}
