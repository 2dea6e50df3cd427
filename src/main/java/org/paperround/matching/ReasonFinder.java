package org.paperround.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Where;
import org.paperround.topic.query.Field;

/** Reads from Lucene's account of a match which words of the paper it rests on. */
final class ReasonFinder {

  private static final int MOST_WORDS = 4;

  /** What is longer is no name, nor a phrase that anybody would read as one. */
  private static final int LONGEST = 120;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ReasonFinder() {}

  static Reason reason(Matches matches, PaperText paper) throws IOException {
    Map<Field, List<Span>> spans = new EnumMap<>(Field.class);
    for (String indexField : matches) {
      spans
          .computeIfAbsent(IndexField.part(indexField), part -> new ArrayList<>())
          .addAll(firstOfEachTerm(matches.getMatches(indexField), indexField));
    }
    List<Span> inTitle = spans.getOrDefault(Field.TITLE, List.of());
    List<Span> inAbstract = spans.get(Field.ABSTRACT);
    if (inAbstract != null && !inTitle.isEmpty()) {
      Set<String> terms = inTitle.stream().map(Span::term).collect(Collectors.toSet());
      inAbstract.removeIf(span -> terms.contains(span.term()));
    }
    List<Ground> grounds = new ArrayList<>();
    spans.forEach(
        (part, found) -> {
          if (!found.isEmpty()) {
            grounds.add(
                new Ground(Where.of(part), words(found, PaperDocument.text(paper, part), part)));
          }
        });
    return new Reason(grounds);
  }

  private static List<Span> firstOfEachTerm(@Nullable MatchesIterator matches, String indexField)
      throws IOException {
    // By identity, for a text of one word repeated would otherwise be compared at every place.
    Map<Query, Span> first = new IdentityHashMap<>();
    while (matches != null && matches.next()) {
      Query term = matches.getQuery();
      if (!first.containsKey(term)) {
        Span span = new Span(term.toString(indexField), matches.startOffset(), matches.endOffset());
        first.put(term, span);
      }
    }
    return List.copyOf(first.values());
  }

  private static List<String> words(List<Span> spans, String text, Field part) {
    boolean prose = part == Field.TITLE || part == Field.ABSTRACT;
    Map<String, String> words = new LinkedHashMap<>();
    for (Span span : joined(spans)) {
      String word = prose ? span.in(text) : name(text, span);
      words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
    }
    return words.values().stream().limit(MOST_WORDS).toList();
  }

  /** Text-to-image and image generation, in one place, are text-to-image generation. */
  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    spans.sort(Comparator.comparing(Span::start));
    for (Span span : spans) {
      int last = joined.size() - 1;
      if (last >= 0 && span.start() < joined.get(last).end()) {
        joined.set(last, joined.get(last).upTo(span.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** The whole name, for what was found may be a part of it; names stand on lines of their own. */
  private static String name(String text, Span span) {
    int start = text.lastIndexOf('\n', span.start() - 1) + 1;
    int end = text.indexOf('\n', span.end());
    Span name = new Span(span.term(), start, end < 0 ? text.length() : end);
    return name.end() - name.start() > LONGEST ? span.in(text) : name.in(text);
  }

  /** Where something that was looked for stands; the term is the same in whichever part. */
  private record Span(String term, int start, int end) {

    Span upTo(int further) {
      return new Span(term, start, Math.max(end, further));
    }

    String in(String text) {
      String words = text.substring(start, end);
      words = SPACE.matcher(words).replaceAll(" ").strip();
      return words.length() > LONGEST ? cut(words) : words;
    }

    private static String cut(String words) {
      boolean withinCharacter = Character.isHighSurrogate(words.charAt(LONGEST - 1));
      return words.substring(0, withinCharacter ? LONGEST - 1 : LONGEST) + "…";
    }
  }
}
