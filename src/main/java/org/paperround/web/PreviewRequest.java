package org.paperround.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;
import org.paperround.base.InvalidRequest;
import org.paperround.subscription.TopicChoice;
import org.paperround.topic.Strength;
import org.paperround.topic.TopicKind;
import org.paperround.topic.TopicText;
import org.paperround.topic.query.QueryException;

/** Reads from the parameters of an address which topic is to be tried. */
final class PreviewRequest {

  private final List<FieldError> errors = new ArrayList<>();
  private final List<TopicText> topics = new ArrayList<>();

  private PreviewRequest() {}

  /**
   * The topic; several papers are one.
   *
   * @throws InvalidRequest naming every wrong field, unless exactly one topic is there and reads
   */
  static TopicChoice read(
      List<String> query, List<String> about, List<String> like, @Nullable String strength) {
    PreviewRequest request = new PreviewRequest();
    request.take(TopicKind.QUERY, query);
    request.take(TopicKind.ABOUT, about);
    request.take(TopicKind.LIKE, like.isEmpty() ? like : List.of(String.join(" ", like)));
    String named = strength == null || strength.isBlank() ? Strength.NORMAL.name() : strength;
    Optional<Strength> much = Strength.named(named.strip());
    if (much.isEmpty()) {
      request.wrong("strength", "Use few, normal or many.");
    }
    if (request.topics.isEmpty()) {
      request.wrong(
          "query", "Write the topic to try, such as query=title:otters, or about or like.");
    }
    if (!request.errors.isEmpty()) {
      throw new InvalidRequest(request.errors);
    }
    return new TopicChoice(request.topics.get(0), much.orElseThrow());
  }

  private void take(TopicKind kind, List<String> given) {
    for (String one : given) {
      if (one.isBlank()) {
        continue;
      }
      TopicText topic = new TopicText(kind, one.strip());
      if (!topics.isEmpty()) {
        wrong(TopicChoice.word(kind), "Try one topic at a time: query, about or like.");
      } else {
        check(topic);
      }
      topics.add(topic);
    }
  }

  private void check(TopicText topic) {
    try {
      topic.key();
    } catch (QueryException malformed) {
      errors.add(
          new FieldError(TopicChoice.word(topic.kind()), malformed.detail(), malformed.position()));
    }
  }

  private void wrong(String field, String detail) {
    errors.add(new FieldError(field, detail, null));
  }
}
