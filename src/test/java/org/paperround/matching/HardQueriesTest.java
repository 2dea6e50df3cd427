package org.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.paperround.matching.Papers.paper;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperround.topic.query.Query;

/** No query and no paper can stop the matching of the others. */
class HardQueriesTest {

  private static final Duration SHORT = Duration.ofSeconds(30);

  private static PaperIndex thousandPapers;

  @BeforeAll
  static void index() {
    thousandPapers = PaperIndex.of(Papers.random(1000, 3));
  }

  @AfterAll
  static void close() {
    thousandPapers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {" OR ", " AND ", " -"})
  void thirtyTwoPrefixesOverAThousandPapersAreNoBurden(String operator) {
    String prefixes =
        IntStream.range(0, 32)
            .mapToObj(i -> "pre" + "abcdefgh".charAt(i % 8) + (i < 8 ? "" : i / 8) + "*")
            .collect(Collectors.joining(operator));
    CompiledQuery query = CompiledQuery.of(Query.parse(prefixes));
    assertTimeout(SHORT, () -> thousandPapers.search(query, 200));
  }

  @Test
  void theLongestPhraseIsSearchedFor() {
    CompiledQuery longest = CompiledQuery.of(Query.parse("\"" + "b ".repeat(249) + "\""));
    String text = "b ".repeat(5_000);
    try (PaperIndex index = PaperIndex.of(List.of(paper(1, text, text)))) {
      assertTimeout(SHORT, () -> assertThat(index.search(longest, 200).total()).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\u0000",
        "\ud800",
        "\udc00x",
        "ﷺﷺﷺ",
        "👩‍💻❤️",
        "C++C++C#C#:::c++17",
        "e\u0301\u0301\u0301",
        "((((\"*",
        "<b>&amp;</b>",
        "$O(n^2)$ {\\Psi}",
        "İı’s''s"
      })
  void anyPaperCanBeIndexedAndSearched(String oddity) {
    String text = oddity + " graph " + oddity.repeat(50) + " graph" + oddity;
    PaperText paper =
        new PaperText(
            1,
            text,
            text,
            List.of(oddity, text),
            oddity,
            List.of(oddity, "cs.CL", oddity.repeat(9)));
    try (PaperIndex index = PaperIndex.of(List.of(paper))) {
      assertThatCode(() -> index.search(Query.parse("graph* OR cat:cs.CL OR c++ OR author:graph")))
          .doesNotThrowAnyException();
      assertThat(index.search(Query.parse("cat:cs.CL")).get(0).reason().sentence())
          .isEqualTo("because it is listed in cs.CL");
    }
  }

  @Test
  void enormousWordsAreIndexedByTheirBeginning() {
    String word = "graph" + "h".repeat(100_000);
    PaperText paper =
        new PaperText(1, word, word, List.of(word), word, List.of("x".repeat(100_000)));
    try (PaperIndex index = PaperIndex.of(List.of(paper))) {
      assertThat(index.search(Query.parse("graph*"))).hasSize(1);
      assertThat(index.search(Query.parse("graph" + "h".repeat(200) + "*"))).hasSize(1);
    }
  }
}
