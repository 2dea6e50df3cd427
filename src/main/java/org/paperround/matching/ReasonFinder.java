package org.paperround.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.Reason.Ground;
import org.paperround.topic.query.Field;

/** Reads from Lucene's account of a match which words of the paper it rests on. */
final class ReasonFinder {

  private static final int MOST_WORDS = 4;

  /** What is longer is no name, nor a phrase that anybody would read as one. */
  private static final int LONGEST = 120;

  private ReasonFinder() {}

  static Reason reason(Matches matches, PaperText paper) throws IOException {
    Map<Field, List<Span>> spans = new EnumMap<>(Field.class);
    for (String indexField : matches) {
      spans
          .computeIfAbsent(IndexField.part(indexField), part -> new ArrayList<>())
          .addAll(firstOfEachTerm(matches.getMatches(indexField), indexField));
    }
    Set<String> inTitle =
        spans.getOrDefault(Field.TITLE, List.of()).stream()
            .map(Span::term)
            .collect(Collectors.toSet());
    spans
        .getOrDefault(Field.ABSTRACT, new ArrayList<>())
        .removeIf(span -> inTitle.contains(span.term()));
    List<Ground> grounds = new ArrayList<>();
    spans.forEach(
        (part, found) -> {
          if (!found.isEmpty()) {
            grounds.add(new Ground(part, words(found, PaperDocument.text(paper, part), part)));
          }
        });
    return new Reason(grounds);
  }

  private static Collection<Span> firstOfEachTerm(
      @Nullable MatchesIterator matches, String indexField) throws IOException {
    Map<String, Span> first = new LinkedHashMap<>();
    while (matches != null && matches.next()) {
      String term = matches.getQuery().toString(indexField);
      first.putIfAbsent(term, new Span(term, matches.startOffset(), matches.endOffset()));
    }
    return first.values();
  }

  private static List<String> words(List<Span> spans, String text, Field part) {
    spans.sort(
        Comparator.comparing(Span::start)
            .thenComparing(Comparator.comparing(Span::end).reversed()));
    Map<String, String> words = new LinkedHashMap<>();
    int told = 0;
    for (Span span : spans) {
      // A word within a phrase that is told already adds nothing.
      if (span.end() > told && words.size() < MOST_WORDS) {
        told = span.end();
        String word = part == Field.TITLE || part == Field.ABSTRACT ? "" : wholeName(text, span);
        word = word.isEmpty() || word.length() > LONGEST ? span.in(text) : word;
        word = word.replaceAll("\\s+", " ").strip();
        words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
      }
    }
    return List.copyOf(words.values());
  }

  /** Names stand on lines of their own. */
  private static String wholeName(String text, Span span) {
    int end = text.indexOf('\n', span.end());
    return text.substring(
        text.lastIndexOf('\n', span.start() - 1) + 1, end < 0 ? text.length() : end);
  }

  /** Where something that was looked for stands; the term is the same in whichever part. */
  private record Span(String term, int start, int end) {
    String in(String text) {
      String words = text.substring(start, end);
      return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
  }
}
