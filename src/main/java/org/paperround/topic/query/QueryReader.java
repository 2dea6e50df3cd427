package org.paperround.topic.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.paperround.topic.query.grammar.QueryLexer;
import org.paperround.topic.query.grammar.QueryParser;

/**
 * From text to clauses. Everything that could make the generated parser work hard, or complain in
 * its own words, is refused before it starts.
 */
final class QueryReader {

  private QueryReader() {}

  static Clause read(String text, int maxLength) {
    if (text.length() > maxLength) {
      throw new QueryException(
          maxLength,
          "A query has at most %d characters, this one has %d. Make it shorter, or two topics of it."
              .formatted(maxLength, text.length()));
    }
    List<CommonToken> tokens = tokens(text);
    if (tokens.isEmpty()) {
      throw new QueryException(0, "Write at least one word that the papers should be about.");
    }
    checkQuotes(tokens);
    checkParentheses(tokens);
    checkNumberOfTerms(tokens);
    QueryParser parser = new QueryParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.addErrorListener(new SyntaxErrors());
    return new ClauseBuilder().root(parser.query().expression());
  }

  private static List<CommonToken> tokens(String text) {
    QueryLexer lexer = new QueryLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    for (Token token : lexer.getAllTokens()) {
      CommonToken inText = new CommonToken(token);
      inText.setText(token.getText());
      // The lexer counts code points, a position counts characters.
      inText.setStartIndex(text.offsetByCodePoints(0, token.getStartIndex()));
      tokens.add(inText);
    }
    return tokens;
  }

  private static void checkQuotes(List<CommonToken> tokens) {
    for (Token token : tokens) {
      if (token.getType() == QueryLexer.UNCLOSED) {
        throw new QueryException(
            token.getStartIndex(),
            "The quotation mark here has no partner. Add it, or remove this.");
      }
    }
  }

  private static void checkParentheses(List<CommonToken> tokens) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.getType() == QueryLexer.OPEN) {
        open.push(token);
        if (open.size() > Query.MAX_DEPTH) {
          throw new QueryException(
              token.getStartIndex(),
              "Parentheses may be nested %d deep. Write this with fewer."
                  .formatted(Query.MAX_DEPTH));
        }
      } else if (token.getType() == QueryLexer.CLOSE && open.poll() == null) {
        throw new QueryException(
            token.getStartIndex(),
            "This parenthesis was never opened. Remove it, or open it before.");
      }
    }
    if (!open.isEmpty()) {
      throw new QueryException(
          open.pop().getStartIndex(), "This parenthesis is never closed. Close it, or remove it.");
    }
  }

  private static void checkNumberOfTerms(List<CommonToken> tokens) {
    int terms = 0;
    for (Token token : tokens) {
      boolean term = token.getType() == QueryLexer.WORD || token.getType() == QueryLexer.PHRASE;
      if (term && ++terms > Query.MAX_TERMS) {
        throw new QueryException(
            token.getStartIndex(),
            "A query has at most %d words, phrases and categories. Leave some out, or make two topics."
                .formatted(Query.MAX_TERMS));
      }
    }
  }
}
