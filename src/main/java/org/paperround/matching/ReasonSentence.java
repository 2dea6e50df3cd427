package org.paperround.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Part;
import org.paperround.topic.query.Field;

/** Puts a reason into words. */
final class ReasonSentence {

  private final Map<Field, List<String>> words = new EnumMap<>(Field.class);
  private final List<Part> parts = new ArrayList<>();

  ReasonSentence(Reason reason) {
    for (Ground ground : reason.grounds()) {
      words.put(ground.field(), ground.words());
    }
  }

  List<Part> parts() {
    List<Field> told = words.keySet().stream().filter(field -> field != Field.CATEGORY).toList();
    List<String> categories = words.getOrDefault(Field.CATEGORY, List.of());
    plain("because ");
    for (int i = 0; i < told.size(); i++) {
      plain(i == 0 ? "" : i == told.size() - 1 ? " and " : ", ");
      tell(told.get(i));
    }
    if (!categories.isEmpty()) {
      plain((told.isEmpty() ? "it is listed in " : " · ") + String.join(", ", categories));
    }
    return parts;
  }

  private void tell(Field field) {
    List<String> found = words.getOrDefault(field, List.of());
    switch (field) {
      case TITLE -> {
        emphasized(found);
        plain(found.size() == 1 ? " stands in the title" : " stand in the title");
      }
      case ABSTRACT -> {
        emphasized(found);
        String verb = found.size() == 1 ? " stands" : " stand";
        plain((words.containsKey(Field.TITLE) ? "" : verb) + " in the abstract");
      }
      case AUTHOR -> {
        emphasized(found);
        plain(found.size() == 1 ? " is among the authors" : " are among the authors");
      }
      case ORGANIZATION -> {
        plain("it comes from ");
        emphasized(found);
      }
      case CATEGORY -> throw new IllegalArgumentException("Categories end the sentence");
    }
  }

  private void emphasized(List<String> found) {
    for (int i = 0; i < found.size(); i++) {
      plain(i == 0 ? "" : i == found.size() - 1 ? " and " : ", ");
      parts.add(new Part(found.get(i), true));
    }
  }

  private void plain(String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, false));
    }
  }
}
