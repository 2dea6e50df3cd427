package org.paperround.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.paperround.matching.ReadPaper.Word;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Where;

/** Why one paper answers a question: the words that count most, and what is nearest in meaning. */
final class QuestionReason {

  private static final int MOST_WORDS = 3;
  private static final float LEAST_SHARE = 0.12f;
  private static final int LONGEST_SENTENCE = 180;
  private static final int LONGEST_TITLE = 80;

  private final Question question;
  private final PaperText paper;
  private final ReadPaper read;
  private final int place;
  private final WordIndex words;
  private final WordStatistics statistics;

  QuestionReason(
      Question question,
      PaperText paper,
      ReadPaper read,
      int place,
      WordIndex words,
      WordStatistics statistics) {
    this.question = question;
    this.paper = paper;
    this.read = read;
    this.place = place;
    this.words = words;
    this.statistics = statistics;
  }

  /**
   * @param passage the nearest; -1 where words alone were compared
   * @param example the nearest of the papers the question is given by
   */
  Reason reason(int passage, Optional<String> example) {
    List<Ground> grounds = new ArrayList<>();
    Set<String> telling = telling();
    Map<String, String> inTitle = standing(read.title(), telling);
    Map<String, String> inAbstract = standing(read.summary(), telling);
    inAbstract.keySet().removeAll(inTitle.keySet());
    add(Where.TITLE, inTitle, grounds);
    add(Where.ABSTRACT, inAbstract, grounds);
    if (passage >= 0) {
      grounds.add(new Ground(Where.SENTENCE, sentence(passage)));
    }
    example.ifPresent(
        name -> grounds.add(new Ground(Where.EXAMPLE, List.of(cut(name, LONGEST_TITLE)))));
    return new Reason(grounds);
  }

  private static void add(Where where, Map<String, String> standing, List<Ground> grounds) {
    if (!standing.isEmpty()) {
      Map<String, String> once = new LinkedHashMap<>();
      standing.values().forEach(word -> once.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
      grounds.add(new Ground(where, List.copyOf(once.values())));
    }
  }

  /** The words that count most, by what each adds to the score. */
  private Set<String> telling() {
    Map<String, Float> counts = new HashMap<>();
    float all = 0;
    for (Map.Entry<String, Integer> word : question.words().entrySet()) {
      float adds =
          statistics.weight(word.getKey()) * word.getValue() * words.share(word.getKey(), place);
      if (adds > 0) {
        counts.put(word.getKey(), adds);
        all += adds;
      }
    }
    float least = all * (question.examples().isEmpty() ? LEAST_SHARE : 0);
    Set<String> telling = new HashSet<>();
    counts.entrySet().stream()
        .filter(word -> word.getValue() >= least)
        .sorted(
            Map.Entry.<String, Float>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_WORDS)
        .forEach(word -> telling.add(word.getKey()));
    return telling;
  }

  /** The words among these that stand in a text, as they stand there first, by stem. */
  private static Map<String, String> standing(Map<String, Word> text, Set<String> stems) {
    Map<String, String> standing = new LinkedHashMap<>();
    stems.stream()
        .filter(text::containsKey)
        .sorted(Comparator.comparing(stem -> place(text, stem)))
        .forEach(stem -> standing.put(stem, written(text, stem)));
    return standing;
  }

  private static int place(Map<String, Word> text, String stem) {
    return Objects.requireNonNull(text.get(stem)).place();
  }

  private static String written(Map<String, Word> text, String stem) {
    return Objects.requireNonNull(text.get(stem)).written();
  }

  private List<String> sentence(int passage) {
    if (passage == 0 && !paper.title().isBlank()) {
      return List.of();
    }
    List<String> passages = read.passages();
    return passage < passages.size()
        ? List.of(cut(passages.get(passage), LONGEST_SENTENCE))
        : List.of();
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest);
    return text.substring(0, space > longest / 2 ? space : longest) + "…";
  }
}
