package org.paperround.topic.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          Optimizing Transformers       | optim transform
          Preferences of the Reader     | prefer of the reader
          C++ and C# or C               | c++ and c# or c
          Objective-C++ in C++17        | object c++ in c++ 17
          Bayes' and Alzheimer’s        | bay and alzheim
          Schrödinger e\u0301tude       | schroding etud
          𝒳-ray ﬁelds Ｗｉｄｅ              | x rai field wide
          RL:theory, 3.5 1,000          | rl theori 3.5 1,000
          """)
  void proseIsFoldedAndStemmed(String text, String terms) {
    assertThat(TextAnalysis.terms(TextAnalysis.STEMMED, text.translateEscapes()))
        .containsExactly(terms.split(" "));
  }

  @Test
  void wordsKeepTheirInflection() {
    assertThat(TextAnalysis.words("The Transformers’ TCP/IP"))
        .containsExactly("the", "transformers", "tcp", "ip");
    assertThat(TextAnalysis.words("?! -- +")).isEmpty();
  }

  @Test
  void wordsLieWhereTheyStandInTheText() throws IOException {
    String text = "ab: C++17, C# für Müller’s \uD835\uDCB3-ray c++";
    List<String> found = new ArrayList<>();
    try (TokenStream tokens = TextAnalysis.STEMMED.tokenStream("", text)) {
      OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        found.add(text.substring(offsets.startOffset(), offsets.endOffset()));
      }
      tokens.end();
    }
    assertThat(found)
        .containsExactly("ab", "C++", "17", "C#", "für", "Müller’s", "\uD835\uDCB3", "ray", "c++");
  }
}
