package org.paperround.digest;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The beginning of an abstract, ending where a sentence does. */
final class Excerpt {

  private static final int SENTENCES = 3;
  // A full stop after these ends no sentence, though a capital may follow.
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          ".*\\b(al|approx|cf|e\\.g|eq|eqs|fig|figs|i\\.e|no|ref|resp|sec|vs|w\\.r\\.t|[a-z])\\.\\s*$",
          Pattern.CASE_INSENSITIVE);

  private Excerpt() {}

  /**
   * At most three whole sentences; the first is cut between words where it alone is too long.
   *
   * @param characters about how many; 0 for none
   */
  static String of(String text, int characters) {
    if (characters == 0) {
      return "";
    }
    // Bounded before it is broken up: some sources send whole papers.
    String head = text.substring(0, Math.min(text.length(), characters * 4));
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(head);
    int end = 0;
    int taken = 0;
    int start = sentences.first();
    for (int stop = sentences.next(); stop != BreakIterator.DONE; stop = sentences.next()) {
      if (ABBREVIATED.matcher(head.substring(start, stop)).matches() && stop < head.length()) {
        continue;
      }
      if (stop > longest(characters, taken) || taken == SENTENCES) {
        break;
      }
      end = stop;
      taken++;
      start = stop;
    }
    return end == 0 ? Line.cut(head, characters) : head.substring(0, end).strip();
  }

  // A second sentence is worth some more room than a third.
  private static int longest(int characters, int taken) {
    return taken < 2 ? characters * 5 / 4 : characters;
  }
}
