package org.paperround.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paperround.matching.PaperWords.Word;
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
  private final List<String> passages;
  private final int place;
  private final WeighedWords words;

  QuestionReason(
      Question question, PaperText paper, List<String> passages, int place, WeighedWords words) {
    this.question = question;
    this.paper = paper;
    this.passages = passages;
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
    List<Word> inTitle = new ArrayList<>(MOST_WORDS);
    List<Word> inAbstract = new ArrayList<>(MOST_WORDS);
    for (Word word : words.telling(place, MOST_WORDS, least)) {
      (word.inTitle() < 0 ? inAbstract : inTitle).add(word);
    }
    inTitle.sort(Comparator.comparingInt(Word::inTitle));
    inAbstract.sort(Comparator.comparingInt(Word::inSummary));
    add(Where.TITLE, inTitle, word -> word.titleWrites(paper), grounds);
    add(Where.ABSTRACT, inAbstract, word -> word.summaryWrites(paper), grounds);
    if (passage >= 0) {
      grounds.add(new Ground(Where.SENTENCE, sentence(passage)));
    }
    example.ifPresent(
        name -> grounds.add(new Ground(Where.EXAMPLE, List.of(cut(name, LONGEST_TITLE)))));
    return new Reason(grounds);
  }

  private static void add(
      Where where, List<Word> words, Function<Word, String> writes, List<Ground> grounds) {
    if (!words.isEmpty()) {
      Map<String, String> once = new LinkedHashMap<>();
      for (Word word : words) {
        String written = writes.apply(word);
        once.putIfAbsent(written.toLowerCase(Locale.ROOT), written);
      }
      grounds.add(new Ground(where, List.copyOf(once.values())));
    }
  }

  private List<String> sentence(int passage) {
    if (passage == 0 && !paper.title().isBlank()) {
      return List.of();
    }
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
