package org.paperround.topic.query;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.jspecify.annotations.Nullable;

/**
 * Prepares text for a tokenizer that knows letters only: {@code C++} and {@code C#} are spelled
 * out, so that they do not become the letter C, and a colon no longer holds two words together.
 */
final class SignWords extends BaseCharFilter {

  private static final Map<String, String> SPELLED = Map.of("c++", "cplusplus", "c#", "csharp");
  private static final Map<String, String> WRITTEN = Map.of("cplusplus", "c++", "csharp", "c#");
  private static final Pattern SIGNS =
      Pattern.compile("(?<word>(?<![\\p{L}\\p{N}_])[cC](?:\\+\\+|#))|[:\uFE13\uFE55\uFF1A]");

  private @Nullable Reader prepared;

  SignWords(Reader text) {
    super(text);
  }

  /** The word with its signs, if this is one that was spelled out; else the word itself. */
  static String written(String word) {
    return WRITTEN.getOrDefault(word, word);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (prepared == null) {
      StringWriter text = new StringWriter();
      input.transferTo(text);
      prepared = new StringReader(spellOut(text.toString()));
    }
    return prepared.read(buffer, offset, length);
  }

  private String spellOut(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Matcher signs = SIGNS.matcher(text);
    int done = 0;
    while (signs.find()) {
      out.append(text, done, signs.start());
      done = signs.end();
      String word = signs.group("word");
      if (word != null) {
        String spelled = SPELLED.getOrDefault(word.toLowerCase(Locale.ROOT), word);
        out.append(spelled);
        shift(out.length(), word.length() - spelled.length());
      }
      out.append(' ');
      if (word != null) {
        shift(out.length(), -1);
      }
    }
    return out.append(text, done, text.length()).toString();
  }

  /** From an offset on, the original is this many characters further. */
  private void shift(int offset, int characters) {
    addOffCorrectMap(offset, getLastCumulativeDiff() + characters);
  }
}
