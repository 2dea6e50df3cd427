package org.paperround.topic.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, where, and what it says. */
class QueryExceptionTest {

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          graph networks OR neural       | 15 | AND and OR meet here
          graph OR networks neural       | 18 | AND and OR meet here
          graph OR networks AND neural   | 18 | AND and OR meet here
          graph AND networks OR neural   | 19 | AND and OR meet here
          graph OR networks -neural      | 18 | AND and OR meet here
          graph OR networks NOT neural   | 18 | AND and OR meet here
          (a1 b1 OR c1) d1               | 7  | AND and OR meet here
          the a1 OR c1                   | 7  | AND and OR meet here
          -graph                         | 0  | This only says what to leave out
          NOT graph NOT nets             | 0  | This only says what to leave out
          the -graph                     | 4  | This only says what to leave out
          a1 OR -b1                      | 6  | This only says what to leave out
          a1 OR (NOT b1)                 | 7  | This only says what to leave out
          a1 NOT (NOT b1)                | 8  | This only says what to leave out
          the of and                     | 0  | There are only signs and very common words
          "to be or not to be"           | 0  | There are only signs and very common words
          ? & !                          | 0  | There are only signs and very common words
          title:the                      | 0  | There are only signs and very common words
          NOT the                        | 0  | There are only signs and very common words
          graph "neural network          | 6  | The quotation mark here has no partner
          "a1" b1"                       | 7  | The quotation mark here has no partner
          5" screens                     | 1  | The quotation mark here has no partner
          (graph neural                  | 0  | This parenthesis is never closed
          graph (neural (nets)           | 6  | This parenthesis is never closed
          graph) neural                  | 5  | This parenthesis was never opened
          (graph)) neural                | 7  | This parenthesis was never opened
          graph ( ) neural               | 6  | There is nothing between
          AND graph                      | 0  | AND needs something before it
          (OR graph)                     | 1  | OR needs something before it
          graph AND                      | 6  | AND needs something after it
          graph OR AND nets              | 6  | OR needs something after it
          graph (nets OR)                | 12 | OR needs something after it
          graph NOT                      | 6  | Write right after NOT what to leave out
          graph NOT NOT nets             | 10 | An exclusion cannot be excluded
          graph --nets                   | 7  | An exclusion cannot be excluded
          title:                         | 0  | title: needs a word or a phrase after it
          title: AND graph               | 0  | title: needs a word or a phrase after it
          title:-graph                   | 6  | Put the exclusion before the field, as in -title:word
          title:author:graph             | 0  | title: needs a word or a phrase after it
          title:(a1 author:b1)           | 10 | A field cannot stand inside title:
          *                              | 0  | * needs at least 3 letters
          A*                             | 1  | * needs at least 3 letters
          graph ne*                      | 8  | * needs at least 3 letters
          c++*                           | 3  | * needs at least 3 letters
          *graph                         | 0  | * can only be the last character
          gr*ph                          | 2  | * can only be the last character
          graph**                        | 5  | * can only be the last character
          title:gr*ph                    | 8  | * can only be the last character
          multi-head*                    | 10 | * can only follow a single word
          "neural net*"                  | 11 | * does not work inside quotation marks
          cat:cs                         | 4  | cs has many categories. Write cat:cs.* for all
          graph cat:astro-ph             | 10 | astro-ph has many categories
          cat:cs.CLL                     | 4  | Did you mean cat:cs.CL (Computation and Language)?
          cat:csCL                       | 4  | Did you mean cat:cs.CL
          cat:robotics                   | 4  | Did you mean cat:cs.RO (Robotics)?
          cat:qaunt-ph                   | 4  | Did you mean cat:quant-ph
          cat:cs.XX                      | 4  | Write one such as cat:cs.CL, or cat:cs.*
          cat:nothing                    | 4  | arXiv has no category “nothing”
          cat:xyz.*                      | 4  | arXiv has no archive “xyz”
          cat:cs*                        | 4  | arXiv has no category “cs*”
          😀 graph) nets                  | 8  | This parenthesis was never opened
          """)
  void sayWhereAndWhatToDo(String text, int position, String detail) {
    QueryException refused = refusal(text);
    assertThat(refused.detail()).contains(detail).matches("(?s).*[.?]");
    assertThat(refused.position()).isEqualTo(position);
  }

  private static QueryException refusal(String text) {
    QueryException refused = catchThrowableOfType(QueryException.class, () -> Query.parse(text));
    assertThat(refused).as(text).isNotNull();
    return refused;
  }

  @Test
  void anEmptyQueryIsRefused() {
    assertThat(refusal("").position()).isZero();
    assertThat(refusal(" \t\n").position()).isZero();
  }

  @Test
  void fiveHundredCharactersAreAllowedAndOneMoreIsNot() {
    String longest = "g".repeat(250) + " " + "h".repeat(249);
    assertThat(Query.parse(longest).canonical()).hasSize(500);
    assertThat(refusal(longest + "h").position()).isEqualTo(500);
  }

  @Test
  void thirtyTwoTermsAreAllowedAndOneMoreIsNot() {
    String most = IntStream.range(0, 32).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR "));
    assertThat(((Clause.Any) Query.parse(most).root()).choices()).hasSize(32);
    assertThat(refusal(most + " OR \"w 32\"").position()).isEqualTo(most.length() + 4);
  }

  @Test
  void eightLevelsOfParenthesesAreAllowedAndOneMoreIsNot() {
    assertThat(Query.parse("(".repeat(8) + "graph" + ")".repeat(8)).canonical()).isEqualTo("graph");
    assertThat(refusal("(".repeat(9) + "graph" + ")".repeat(9)).position()).isEqualTo(8);
  }

  @Test
  void twentyThousandParenthesesAreRefusedForTheirLength() {
    String text = "(".repeat(20_000) + "graph" + ")".repeat(20_000);
    assertThatThrownBy(() -> Query.parse(text)).isInstanceOf(QueryException.class);
    assertThatThrownBy(() -> Query.ofCanonical(text)).isInstanceOf(QueryException.class);
    assertThat(refusal("(".repeat(500)).position()).isEqualTo(8);
    assertThat(refusal("x" + "(".repeat(499)).position()).isEqualTo(9);
  }
}
