/**
 * The query language. Words side by side are ANDed; whatever has no meaning here is part of a word,
 * so that TCP/IP, C++ and O(n^2) need no quotes. What the grammar allows but the language refuses
 * (AND beside OR, a lone *, unknown categories) is refused with a sentence of its own after parsing.
 */
grammar Query;

@lexer::header {
import java.util.regex.Pattern;
import org.antlr.v4.runtime.misc.Interval;
}

@lexer::members {
  /** What has a meaning of its own where a word could start: a field, an operator, an exclusion. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i:title|abstract|author|org|cat)[:\uFF1A]"
              + "|(?:AND|OR|NOT)(?=$|[\\p{IsWhite_Space}\\p{Cc}\u200B\uFEFF()\uFF08\uFF09\"\u201C-\u201F\u00AB\u00BB\uFF02])"
              + "|[-\uFF0D](?=[-\uFF0D]*[^-\uFF0D\\p{IsWhite_Space}\\p{Cc}\u200B\uFEFF])");

  private boolean wordAhead() {
    String rest = _input.getText(Interval.of(_input.index(), _input.size() - 1));
    return !RESERVED.matcher(rest).lookingAt();
  }
}

query : expression EOF ;

expression : operand further* ;

further : operator=(AND | OR)? operand ;

operand : exclusion=(NOT | MINUS)? field=FIELD? ( word=WORD | phrase=PHRASE | OPEN group=expression CLOSE ) ;

// First, because it gives way to what is reserved and wins every tie otherwise.
WORD : {wordAhead()}? PLAIN (PLAIN | PAIR)* ;

AND : 'AND' ;
OR : 'OR' ;
NOT : 'NOT' ;
MINUS : [-\uFF0D] ;
FIELD options { caseInsensitive = true; } : ('title' | 'abstract' | 'author' | 'org' | 'cat') [:\uFF1A] ;
PHRASE : QUOTE ~["\u201C-\u201F\u00AB\u00BB\uFF02]* QUOTE ;
UNCLOSED : QUOTE ~["\u201C-\u201F\u00AB\u00BB\uFF02]* ;
OPEN : [(\uFF08] ;
CLOSE : [)\uFF09] ;
SPACE : [\p{White_Space}\p{Cc}\u200B\uFEFF]+ -> skip ;

fragment QUOTE : ["\u201C-\u201F\u00AB\u00BB\uFF02] ;
fragment PLAIN : ~[\p{White_Space}\p{Cc}\u200B\uFEFF()\uFF08\uFF09"\u201C-\u201F\u00AB\u00BB\uFF02] ;
// Parentheses closed within one word belong to it, as in O(n^2).
fragment PAIR : [(\uFF08] (PLAIN | PAIR)* [)\uFF09] ;
