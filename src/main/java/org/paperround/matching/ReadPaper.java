package org.paperround.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.paperround.matching.meaning.Passages;
import org.paperround.topic.query.TextAnalysis;

/**
 * What reasons quote of a paper, taken from its text once: many topics find the same paper.
 *
 * @param title the words of the title as they stand there first, by stem
 * @param summary likewise of the abstract
 * @param passages the title and the sentences
 */
record ReadPaper(Map<String, Word> title, Map<String, Word> summary, List<String> passages) {

  /** A word as it stands in a text, and where. */
  record Word(String written, int place) {}

  static ReadPaper of(PaperText paper) {
    return new ReadPaper(
        words(paper.title()), words(paper.summary()), Passages.of(paper.title(), paper.summary()));
  }

  private static Map<String, Word> words(String text) {
    Map<String, Word> words = new HashMap<>();
    try (TokenStream tokens = TextAnalysis.STEMMED.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String written = text.substring(offset.startOffset(), offset.endOffset());
        words.putIfAbsent(term.toString(), new Word(written, offset.startOffset()));
      }
      tokens.end();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return words;
  }
}
