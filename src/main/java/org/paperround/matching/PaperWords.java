package org.paperround.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.paperround.topic.query.TextAnalysis;

/**
 * The words of a paper's title and abstract.
 *
 * @param count how many there are, each as often as it stands there
 * @param byStem each once
 */
record PaperWords(int count, Map<String, Word> byStem) {

  /** A word: how often it stands in a paper, and where first in the title and in the abstract. */
  static final class Word {

    private final Span title = new Span();
    private final Span summary = new Span();
    private int times;

    int times() {
      return times;
    }

    Span title() {
      return title;
    }

    Span summary() {
      return summary;
    }
  }

  /** A place in a text, if there is one. */
  static final class Span {

    private int start = -1;
    private int end = -1;

    /** -1 for none. */
    int start() {
      return start;
    }

    /** What stands there in the text it is of. */
    String in(String text) {
      return text.substring(start, end);
    }

    private void first(int from, int to) {
      if (start < 0) {
        start = from;
        end = to;
      }
    }
  }

  static PaperWords of(PaperText paper) {
    Map<String, Word> words = new HashMap<>();
    int behindTitle = paper.title().length() + 1;
    int count = 0;
    String text = paper.title() + "\n" + paper.summary();
    try (TokenStream tokens = TextAnalysis.STEMMED.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        Word word = words.computeIfAbsent(term.toString(), stem -> new Word());
        if (offset.startOffset() < behindTitle) {
          word.title.first(offset.startOffset(), offset.endOffset());
        } else {
          word.summary.first(offset.startOffset() - behindTitle, offset.endOffset() - behindTitle);
        }
        word.times++;
        count++;
      }
      tokens.end();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return new PaperWords(count, words);
  }
}
