package org.paperround.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;

/**
 * The form of choices as it was posted. It is read as the JSON request it stands for, so that pages
 * and programs meet the same rules.
 */
class ChoicesPost {

  private static final Pattern ONE = Pattern.compile("(topics|mute)\\[(\\d+)](\\.strength)?.*");

  @RestForm @Nullable String email;
  @RestForm @Nullable String topics;
  @RestForm @Nullable String about;
  @RestForm @Nullable String like;
  @RestForm @Nullable String mute;
  @RestForm @Nullable List<String> keepMute;
  // What is wanted how much: one of the second for each of the first.
  @RestForm @Nullable List<String> strengthOf;
  @RestForm @Nullable List<String> strength;
  @RestForm @Nullable List<String> pick;
  @RestForm @Nullable String frequency;
  @RestForm @Nullable String weekday;
  @RestForm @Nullable String deliverAt;
  @RestForm @Nullable String timeZone;
  @RestForm @Nullable String maxPapers;
  @RestForm @Nullable String trending;
  @RestForm @Nullable String sendEmpty;

  /** The request that this form stands for. */
  ObjectNode request(CatalogueForm catalogue) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    if (email != null) {
      request.put("email", email);
    }
    ArrayNode asked = request.putArray("topics");
    for (FormTopic topic : asked(catalogue)) {
      asked
          .addObject()
          .put(TopicChoice.word(topic.text().kind()), topic.text().written())
          .put("strength", topic.strength());
    }
    ArrayNode muted = request.putArray("mute");
    muted().forEach(muted::add);
    kept().forEach(mute -> muted.addObject().put(TopicChoice.word(mute.kind()), mute.written()));
    request.put("frequency", blankToNull(frequency));
    request.put("weekday", blankToNull(weekday));
    request.put("deliverAt", blankToNull(deliverAt));
    request.put("timeZone", blankToNull(timeZone));
    number(request);
    request.put("trending", trending != null);
    request.put("sendEmpty", sendEmpty != null);
    return request;
  }

  private void number(ObjectNode request) {
    String typed = blankToNull(maxPapers);
    try {
      if (typed != null) {
        request.put("maxPapers", Integer.parseInt(typed));
      }
    } catch (NumberFormatException noNumber) {
      request.put("maxPapers", typed);
    }
  }

  /** The topics it asks for: those that were written, then those that were ticked. */
  List<FormTopic> asked(CatalogueForm catalogue) {
    Map<String, String> strengths = strengths();
    return Stream.of(
            FormTopic.lines(orEmpty(topics)).map(FormTopic::query),
            FormTopic.paragraphs(orEmpty(about)).map(FormTopic::about),
            FormTopic.lines(orEmpty(like)).map(FormTopic::like),
            all(pick).stream().map(catalogue::picked))
        .flatMap(Function.identity())
        .map(topic -> topic.with(strengths.getOrDefault(topic.mark(), topic.strength())))
        .toList();
  }

  private Map<String, String> strengths() {
    Map<String, String> strengths = new HashMap<>();
    for (int i = 0; i < Math.min(all(strengthOf).size(), all(strength).size()); i++) {
      strengths.put(all(strengthOf).get(i), all(strength).get(i));
    }
    return strengths;
  }

  private List<String> muted() {
    return FormTopic.lines(orEmpty(mute)).toList();
  }

  /** What is muted in other ways than by queries, and stays so. */
  private List<TopicText> kept() {
    List<TopicText> kept = new ArrayList<>();
    for (String value : all(keepMute)) {
      for (TopicKind kind : TopicKind.values()) {
        String word = TopicChoice.word(kind) + " ";
        if (value.startsWith(word)) {
          kept.add(new TopicText(kind, value.substring(word.length())));
        }
      }
    }
    return kept;
  }

  /**
   * The form as it was, each error beside the field it belongs to.
   *
   * @param mutes what the reader mutes now: what was not kept can still be ticked again
   */
  ChoicesForm again(CatalogueForm catalogue, List<TopicChoice> mutes, List<FieldError> errors) {
    Set<TopicText> kept = new LinkedHashSet<>(kept());
    List<ChoicesForm.Kept> offered = new ArrayList<>();
    kept.forEach(one -> offered.add(ChoicesForm.Kept.of(one, true)));
    mutes.stream()
        .map(TopicChoice::text)
        .filter(one -> one.kind() != TopicKind.QUERY && !kept.contains(one))
        .forEach(one -> offered.add(ChoicesForm.Kept.of(one, false)));
    return new ChoicesForm(
        orEmpty(topics),
        orEmpty(about),
        orEmpty(like),
        orEmpty(mute),
        offered,
        new LinkedHashSet<>(all(pick)),
        asked(catalogue),
        orEmpty(frequency),
        orEmpty(weekday),
        orEmpty(deliverAt),
        orEmpty(timeZone),
        orEmpty(maxPapers),
        trending != null,
        sendEmpty != null,
        catalogue.groups(),
        errors.stream().map(error -> onForm(error, catalogue)).toList());
  }

  private FieldError onForm(FieldError error, CatalogueForm catalogue) {
    Matcher one = ONE.matcher(error.field());
    if (!one.matches()) {
      return error;
    }
    int place = Integer.parseInt(one.group(2));
    if (one.group(1).equals("mute")) {
      List<String> all = new ArrayList<>(muted());
      kept().forEach(kept -> all.add(kept.written()));
      return quoted("mute", all.get(place), error);
    }
    FormTopic topic = asked(catalogue).get(place);
    return quoted(one.group(3) == null ? topic.field() : "strengths", topic.typed(), error);
  }

  private static FieldError quoted(String field, String typed, FieldError error) {
    String quote = "“" + TopicText.shortened(typed) + "”";
    boolean said = error.detail().startsWith(quote);
    return new FieldError(field, said ? error.detail() : quote + ": " + error.detail(), null);
  }

  private static List<String> all(@Nullable List<String> posted) {
    return posted == null ? List.of() : posted;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
