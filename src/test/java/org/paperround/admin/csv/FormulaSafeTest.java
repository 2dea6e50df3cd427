package org.paperround.admin.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaSafeTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "'=1", "''-1"})
  void whatASpreadsheetWouldRunIsTextAndReadsBack(String cell) {
    assertThat(FormulaSafe.write(cell)).isEqualTo("'" + cell);
    assertThat(FormulaSafe.read(FormulaSafe.write(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada@example.org", "550 5.1.1 = gone", "o'neil", "'quoted'", " =1"})
  void everythingElseStaysAsItIs(String cell) {
    assertThat(FormulaSafe.write(cell)).isEqualTo(cell);
    assertThat(FormulaSafe.read(cell)).isEqualTo(cell);
  }

  @Test
  void anAddressThatBeginsWithAPlusIsTheSameAfterARoundTrip() {
    assertThat(FormulaSafe.read("'+ada@example.org")).isEqualTo("+ada@example.org");
  }
}
