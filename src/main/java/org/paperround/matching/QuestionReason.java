package org.paperround.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.paperround.matching.ReadPaper.Word;
import org.paperround.matching.Reason.Ground;
import org.paperround.matching.Reason.Where;
import org.paperround.matching.WeighedWords.Adds;

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
  private final WeighedWords words;

  QuestionReason(
      Question question, PaperText paper, ReadPaper read, int place, WeighedWords words) {
    this.question = question;
    this.paper = paper;
    this.read = read;
    this.place = place;
    this.words = words;
  }

  /**
   * @param passage the nearest; -1 where words alone were compared
   * @param example the nearest of the papers the question is given by
   */
  Reason reason(int passage, Optional<String> example) {
    List<Ground> grounds = new ArrayList<>();
    float least = question.examples().isEmpty() ? LEAST_SHARE : 0;
    List<Adds> telling = words.telling(place, MOST_WORDS, least);
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

  /** The words among these that stand in a text, as they stand there first, by stem. */
  private static Map<String, String> standing(Map<String, Word> text, List<Adds> telling) {
    SortedMap<Integer, String> stems = new TreeMap<>();
    for (Adds word : telling) {
      Word standing = text.get(word.stem());
      if (standing != null) {
        stems.put(standing.place(), word.stem());
      }
    }
    Map<String, String> standing = new LinkedHashMap<>();
    stems.values().forEach(stem -> standing.put(stem, written(text, stem)));
    return standing;
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
