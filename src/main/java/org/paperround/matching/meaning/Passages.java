package org.paperround.matching.meaning;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of a paper that have a meaning of their own: its title and its sentences. */
public final class Passages {

  private static final int SHORTEST = 20;
  private static final int MOST_SENTENCES = 15;
  private static final int LONGEST_READ = 8000;

  private Passages() {}

  /** The title, if there is one, then the sentences of the abstract, at most fifteen of them. */
  public static List<String> of(String title, String summary) {
    List<String> passages = new ArrayList<>();
    if (!title.isBlank()) {
      passages.add(title);
    }
    String text = summary.substring(0, Math.min(summary.length(), LONGEST_READ));
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    int most = passages.size() + MOST_SENTENCES;
    int start = sentences.first();
    for (int stop = sentences.next(); stop != BreakIterator.DONE; stop = sentences.next()) {
      // A fragment, mostly behind an abbreviation, goes with what follows.
      if (stop - start >= SHORTEST && passages.size() < most) {
        passages.add(text.substring(start, stop).strip());
        start = stop;
      }
    }
    return passages.isEmpty() ? List.of(text) : passages;
  }

  /** What stands for the paper as a whole. */
  public static String whole(String title, String summary) {
    return title.isBlank() ? summary : title + ". " + summary;
  }
}
