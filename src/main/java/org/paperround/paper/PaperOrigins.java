package org.paperround.paper;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which source each field of a paper came from; written {@code TITLE=arxiv@2026-06-02 VOTES=file}.
 */
record PaperOrigins(Map<PaperField, Origin> sources) {

  static final PaperOrigins NONE = new PaperOrigins(Map.of());

  PaperOrigins {
    EnumMap<PaperField, Origin> copy = new EnumMap<>(PaperField.class);
    copy.putAll(sources);
    sources = Collections.unmodifiableMap(copy);
  }

  static PaperOrigins parse(String text) {
    EnumMap<PaperField, Origin> sources = new EnumMap<>(PaperField.class);
    for (String entry : text.split(" ")) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        sources.put(
            PaperField.valueOf(entry.substring(0, equals)),
            Origin.parse(entry.substring(equals + 1)));
      }
    }
    return new PaperOrigins(sources);
  }

  @Override
  public String toString() {
    return sources.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
