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

    private int times;
    private int titleStart = -1;
    private int titleEnd;
    private int summaryStart = -1;
    private int summaryEnd;

    int times() {
      return times;
    }

    /** Where it begins in the title; -1 if it is not in there. */
    int inTitle() {
      return titleStart;
    }

    /** Likewise in the abstract. */
    int inSummary() {
      return summaryStart;
    }

    /** How the title writes it. */
    String titleWrites(PaperText paper) {
      return paper.title().substring(titleStart, titleEnd);
    }

    /** How the abstract writes it. */
    String summaryWrites(PaperText paper) {
      return paper.summary().substring(summaryStart, summaryEnd);
    }

    private void stands(int start, int end, int behindTitle) {
      times++;
      if (start < behindTitle && titleStart < 0) {
        titleStart = start;
        titleEnd = end;
      } else if (start >= behindTitle && summaryStart < 0) {
        summaryStart = start - behindTitle;
        summaryEnd = end - behindTitle;
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
        words
            .computeIfAbsent(term.toString(), stem -> new Word())
            .stands(offset.startOffset(), offset.endOffset(), behindTitle);
        count++;
      }
      tokens.end();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return new PaperWords(count, words);
  }
}
