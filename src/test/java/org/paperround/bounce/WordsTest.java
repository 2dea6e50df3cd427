package org.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperround.base.EmailAddress;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 <ada@example.org>: unknown, 550 5.1.1 <(address)>: unknown",
    "no ADA here, no (address) here",
    "no adamant here, no adamant here",
    "user=ada;x, user=(address);x",
    "b@c and 'd e'@f, (address) and 'd e'@f",
    "nothing, nothing",
  })
  void noAddressIsKept(String words, String kept) {
    assertThat(Words.withoutAddresses(words, EmailAddress.parse("ada@example.org")))
        .isEqualTo(kept);
  }

  @Test
  void whatNoDatabaseStoresIsLeftOut() {
    assertThat(Words.cut(" a\0b\r\n\tc ", 10)).isEqualTo("a b c");
    assertThat(Words.cut("x".repeat(5000), 1000)).hasSize(1000);
  }
}
