package org.paperround.paper.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArxivTextTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada One, Ben Two|Ada One;Ben Two",
        "Ada One (1), Ben Two (1, 2) ((1) Here, (2) There)|Ada One;Ben Two",
        "The One and Two Group, Ada One|The One and Two Group;Ada One",
        "Andersand Sandberg|Andersand Sandberg",
        "''|''"
      })
  void namesStandInOneString(String creators, String names) {
    assertThat(String.join(";", ArxivText.names(creators))).isEqualTo(names);
  }

  @Test
  void theAbstractComesWithoutWhatStandsBeforeIt() {
    assertThat(
            ArxivText.withoutPreamble(
                "arXiv:2606.00001v2 Announce Type: replace-cross \nAbstract: We count.\nAbstract: no."))
        .isEqualTo("We count.\nAbstract: no.");
    assertThat(ArxivText.withoutPreamble("We count.")).isEqualTo("We count.");
  }
}
