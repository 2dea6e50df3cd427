package org.paperround.topic.query;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.paperround.topic.query.grammar.QueryLexer;

/** Says for people what the parser could not read, and ends the parsing. */
final class SyntaxErrors extends BaseErrorListener {

  @Override
  public void syntaxError(
      Recognizer<?, ?> parser,
      Object unexpected,
      int line,
      int column,
      String message,
      @Nullable RecognitionException cause) {
    Token token = (Token) unexpected;
    Token before = ((Parser) parser).getInputStream().LT(-1);
    throw before == null ? misplaced(token) : refusal(before, token);
  }

  private static QueryException refusal(Token before, Token token) {
    boolean excludes = token.getType() == QueryLexer.NOT || token.getType() == QueryLexer.MINUS;
    String word = before.getText();
    return switch (before.getType()) {
      case QueryLexer.NOT, QueryLexer.MINUS ->
          excludes
              ? at(token, "An exclusion cannot be excluded. Use NOT or - once.")
              : at(before, "Write right after %s what to leave out.".formatted(word));
      case QueryLexer.FIELD ->
          excludes
              ? at(token, "Put the exclusion before the field, as in -%sword.".formatted(word))
              : at(before, "%s needs a word or a phrase after it.".formatted(word));
      case QueryLexer.AND, QueryLexer.OR ->
          at(before, "%s needs something after it. %s".formatted(word, toFindTheWord(word)));
      case QueryLexer.OPEN ->
          token.getType() == QueryLexer.CLOSE
              ? at(before, "There is nothing between these parentheses. Remove them, or fill them.")
              : misplaced(token);
      default -> misplaced(token);
    };
  }

  private static QueryException misplaced(Token token) {
    String word = token.getText();
    return switch (token.getType()) {
      case QueryLexer.AND, QueryLexer.OR ->
          at(token, "%s needs something before it. %s".formatted(word, toFindTheWord(word)));
      default -> at(token, "This cannot stand here. Remove it, or put it in quotation marks.");
    };
  }

  private static String toFindTheWord(String operator) {
    return "Add it, or write \"%s\" in quotation marks if you mean the word.".formatted(operator);
  }

  private static QueryException at(Token token, String detail) {
    return new QueryException(token.getStartIndex(), detail);
  }
}
