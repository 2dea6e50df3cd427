package org.paperround.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Part;
import org.paperround.matching.Reason.Where;

/** Puts a reason into words. */
final class ReasonSentence {

  private final Map<Where, List<String>> words = new EnumMap<>(Where.class);
  private final List<Part> parts = new ArrayList<>();

  ReasonSentence(Reason reason) {
    for (Ground ground : reason.grounds()) {
      words.put(ground.where(), ground.words());
    }
  }

  List<Part> parts() {
    List<Where> told =
        words.keySet().stream()
            .filter(where -> where != Where.CATEGORY && where != Where.EXAMPLE)
            .toList();
    List<String> categories = words.getOrDefault(Where.CATEGORY, List.of());
    plain("because ");
    List<String> example = words.getOrDefault(Where.EXAMPLE, List.of());
    if (!example.isEmpty()) {
      plain("it is like ");
      emphasized(example);
      plain(told.isEmpty() ? "" : ": ");
    }
    for (int i = 0; i < told.size(); i++) {
      plain(i == 0 ? "" : i == told.size() - 1 ? " and " : ", ");
      tell(told.get(i));
    }
    if (!categories.isEmpty()) {
      plain((told.isEmpty() ? "it is listed in " : " · ") + String.join(", ", categories));
    }
    return parts;
  }

  private void tell(Where where) {
    List<String> found = words.getOrDefault(where, List.of());
    switch (where) {
      case TITLE -> {
        emphasized(found);
        plain(found.size() == 1 ? " stands in the title" : " stand in the title");
      }
      case ABSTRACT -> {
        emphasized(found);
        String verb = found.size() == 1 ? " stands" : " stand";
        plain((words.containsKey(Where.TITLE) ? "" : verb) + " in the abstract");
      }
      case AUTHOR -> {
        emphasized(found);
        plain(found.size() == 1 ? " is among the authors" : " are among the authors");
      }
      case ORGANIZATION -> {
        plain("it comes from ");
        emphasized(found);
      }
      case SENTENCE ->
          plain(
              found.isEmpty()
                  ? "its title is near in meaning"
                  : "near in meaning is “" + String.join(" ", found) + "”");
      case CATEGORY, EXAMPLE -> throw new IllegalArgumentException("These have their own place");
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
