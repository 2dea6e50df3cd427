package org.paperround.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  private static final String LOCAL_64 = "l".repeat(64);
  private static final String LABEL_63 = "d".repeat(63);

  @ParameterizedTest(name = "{0} is kept as {1}")
  @CsvSource({
    "ada@example.org, ada@example.org",
    "'  ada@example.org\t', ada@example.org",
    "Ada.Lovelace@Example.ORG, Ada.Lovelace@example.org",
    "ada+papers@example.org, ada+papers@example.org",
    "a!#$%&*/=?^_`{|}~-@example.org, a!#$%&*/=?^_`{|}~-@example.org",
    "ada@bücher.example, ada@xn--bcher-kva.example",
    // The same letter in two code points.
    "ada@bu\u0308cher.example, ada@xn--bcher-kva.example",
    "ada@BÜCHER.example, ada@xn--bcher-kva.example",
    "ada@XN--BCHER-KVA.example, ada@xn--bcher-kva.example",
    "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah",
    "a@b.co, a@b.co"
  })
  void isNormalised(String typed, String kept) {
    assertThat(EmailAddress.parse(typed)).hasToString(kept);
    assertThat(EmailAddress.parse(kept)).isEqualTo(EmailAddress.parse(typed));
  }

  @ParameterizedTest(name = "{0} and {1}: one reader is {2}")
  @CsvSource({
    "ada@example.org, ADA@EXAMPLE.org, true",
    "ada@bücher.example, ADA@xn--bcher-kva.example, true",
    "ada@example.org, ada+papers@example.org, false",
    "ada@example.org, a.da@example.org, false",
    "ada@example.org, ada@mail.example.org, false"
  })
  void theKeyTellsReadersApart(String one, String other, boolean same) {
    assertThat(EmailAddress.parse(one).key().equals(EmailAddress.parse(other).key()))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@localhost",
        "ada@example.",
        "ada@example.org.",
        "ada@.example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@exa mple.org",
        "ada@exa_mple.org",
        "ada@192.0.2.1",
        "ada@[192.0.2.1]",
        "ada@example.org, eve@example.org",
        "ada@eve@example.org",
        "Ada <ada@example.org>",
        "\"ada\"@example.org",
        "a da@example.org",
        ".ada@example.org",
        "ada.@example.org",
        "a..da@example.org",
        "ada@example.org\nBcc: eve@example.org",
        "ada\r\n@example.org",
        "ada\u0000@example.org",
        "ada@example.org\u0000.org",
        "jürgen@example.org",
        "ada@straße.example",
        "ada@\uD83D\uDE80.example"
      })
  void whatWeCannotMailToIsRefusedWithASentence(String typed) {
    assertThatThrownBy(() -> EmailAddress.parse(typed))
        .isInstanceOf(InvalidEmailAddress.class)
        .message()
        .endsWith(".")
        .doesNotContain("Exception");
  }

  @ParameterizedTest(name = "{0} letters before the @, labels of {1}: {2}")
  @CsvSource({
    "64, 63, true",
    "65, 63, false",
    "64, 64, false",
  })
  void partsAreAsLongAsSmtpHasThem(int local, int label, boolean taken) {
    String typed = "l".repeat(local) + "@" + "d".repeat(label) + ".example";
    assertThat(isTaken(typed)).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0} characters: {1}")
  @CsvSource({"254, true", "255, false"})
  void theWholeIsAtMost254Characters(int length, boolean taken) {
    String head = LOCAL_64 + "@" + LABEL_63 + "." + LABEL_63 + ".";
    String typed = head + "e".repeat(length - head.length() - ".org".length()) + ".org";
    assertThat(typed).hasSize(length);
    assertThat(isTaken(typed)).isEqualTo(taken);
  }

  private static boolean isTaken(String typed) {
    try {
      return EmailAddress.parse(typed).toString().equals(typed);
    } catch (InvalidEmailAddress refused) {
      return false;
    }
  }
}
