package org.paperround.matching;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Gives each word of a name a second term in its place, its initial: {@code y.} for {@code yann}.
 * No word ends in a dot, so that one who writes Y. is found by those who ask for Yann, and the
 * other way round, but nobody by a letter of their name.
 */
final class Initials extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private String waiting = "";

  Initials(TokenStream names) {
    super(names);
  }

  /** Whether a word is an initial. */
  static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }

  /** The initial that may stand for a name in a paper. */
  static String of(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1));
  }

  /** The term of all names that an initial may stand for. */
  static String termOf(String initial) {
    return initial + ".";
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!waiting.isEmpty()) {
      term.setEmpty().append(waiting);
      position.setPositionIncrement(0);
      waiting = "";
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    if (!word.isEmpty() && !isInitial(word)) {
      waiting = termOf(of(word));
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting = "";
  }
}
