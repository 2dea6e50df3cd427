package org.paperround.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.paperround.base.FieldError;

/**
 * The form of choices as it was posted. It is read as the JSON request it stands for, so that pages
 * and programs meet the same rules.
 */
class ChoicesPost {

  private static final Pattern QUERY = Pattern.compile("(topics|mute)\\[(\\d+)](?:\\..*)?");

  @RestForm @Nullable String email;
  @RestForm @Nullable String topics;
  @RestForm @Nullable String mute;
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
    asked(catalogue).forEach(asked::add);
    ArrayNode muted = request.putArray("mute");
    lines(mute).forEach(muted::add);
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
  List<String> asked(CatalogueForm catalogue) {
    List<String> asked = new ArrayList<>(lines(topics));
    asked.addAll(catalogue.queries(picked()));
    return asked;
  }

  private static List<String> lines(@Nullable String typed) {
    return orEmpty(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private List<String> picked() {
    return pick == null ? List.of() : pick;
  }

  /** The form as it was, each error beside the field it belongs to. */
  ChoicesForm again(CatalogueForm catalogue, List<FieldError> errors) {
    return new ChoicesForm(
        orEmpty(topics),
        orEmpty(mute),
        new LinkedHashSet<>(picked()),
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
    Matcher query = QUERY.matcher(error.field());
    if (!query.matches()) {
      return error;
    }
    String field = query.group(1);
    List<String> all = field.equals("mute") ? lines(mute) : asked(catalogue);
    String written = all.get(Integer.parseInt(query.group(2)));
    return new FieldError(field, "“" + written + "”: " + error.detail(), null);
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
