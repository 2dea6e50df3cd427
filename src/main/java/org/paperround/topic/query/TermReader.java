package org.paperround.topic.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.paperround.topic.query.Clause.Phrase;
import org.paperround.topic.query.Clause.Prefix;
import org.paperround.topic.query.Clause.Word;
import org.paperround.topic.query.grammar.QueryLexer;

/** Makes a clause of a single word or phrase, with the field before it if there is one. */
final class TermReader {

  private static final int SHORTEST_START = 3;
  private static final Pattern STAR = Pattern.compile("[*\uFF0A]");
  private static final Pattern STAR_AFTER_WORD =
      Pattern.compile("(?<=[\\p{L}\\p{N}]{3})[*\uFF0A](?![\\p{L}\\p{N}])");

  private TermReader() {}

  /** Null if there is nothing to look for: signs only, or stop words where they say nothing. */
  static @Nullable Clause read(@Nullable Token field, Token term) {
    boolean quoted = term.getType() == QueryLexer.PHRASE;
    String text = term.getText();
    String content = quoted ? text.substring(1, text.length() - 1) : text;
    int position = term.getStartIndex() + (quoted ? 1 : 0);
    String fieldName =
        field == null ? "" : field.getText().substring(0, field.getText().length() - 1);
    if (fieldName.equalsIgnoreCase("cat")) {
      return CategoryReader.read(content, position);
    }
    Scope scope = Scope.ofField(fieldName);
    return quoted ? phrase(scope, content, position) : word(scope, content, position);
  }

  private static @Nullable Clause word(Scope scope, String text, int position) {
    Matcher star = STAR.matcher(text);
    if (star.find()) {
      return prefix(scope, text, star.start(), position + star.start());
    }
    return literal(scope, text);
  }

  private static @Nullable Clause phrase(Scope scope, String text, int position) {
    Matcher star = STAR_AFTER_WORD.matcher(text);
    if (star.find()) {
      throw new QueryException(
          position + star.start(), "* does not work inside quotation marks. Take it out of them.");
    }
    return literal(scope, text);
  }

  private static @Nullable Clause literal(Scope scope, String text) {
    List<String> words = TextAnalysis.words(text);
    if (scope.isProse() && words.stream().allMatch(TextAnalysis::isStopWord) || words.isEmpty()) {
      return null;
    }
    return words.size() == 1 ? new Word(scope, words.get(0)) : new Phrase(scope, words);
  }

  private static Clause prefix(Scope scope, String text, int star, int position) {
    if (star < text.length() - 1) {
      throw new QueryException(
          position,
          "* can only be the last character of a word. To look for the sign, use quotation marks.");
    }
    List<String> words = TextAnalysis.words(text.substring(0, star));
    if (words.size() > 1) {
      throw new QueryException(
          position,
          "* can only follow a single word, and “%s” are several. Write the last one on its own."
              .formatted(String.join(" ", words)));
    }
    if (words.isEmpty() || letters(words.get(0)) < SHORTEST_START) {
      throw new QueryException(
          position,
          "* needs at least %d letters before it. To look for the sign, use quotation marks."
              .formatted(SHORTEST_START));
    }
    return new Prefix(scope, words.get(0));
  }

  private static long letters(String word) {
    return word.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
