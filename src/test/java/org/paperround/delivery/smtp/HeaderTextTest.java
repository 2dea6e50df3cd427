package org.paperround.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

  @Test
  void nothingThatEndsAHeaderGetsThrough() {
    assertThat(HeaderText.unstructured("Subject", "a\r\nBcc: b@example.org\0\u0085\u2028c"))
        .isEqualTo("a Bcc: b@example.org c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nach Größe geordnete Übersichtsarbeiten über Präferenzoptimierung, Schlüsse und Beweise",
        "\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0\uD83D\uDCF0",
        "=?UTF-8?Q?injected?=",
        "Половина бумаг сегодня — о трансформерах и о том, чему они учат"
      })
  void encodedWordsAreShortAndHoldWholeCharacters(String text) throws Exception {
    String value = HeaderText.unstructured("Subject", text);
    String[] lines = ("Subject: " + value).split("\r\n");
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    assertThat(value.split("\r\n "))
        .allSatisfy(word -> assertThat(word).matches("=\\?UTF-8\\?Q\\?[!-~]+\\?="));
    assertThat(jakarta.mail.internet.MimeUtility.decodeText(value)).isEqualTo(text);
    assertThat(Arrays.stream(value.split("\r\n ")).map(HeaderTextTest::decoded))
        .noneMatch(word -> word.contains("\uFFFD"));
  }

  @Test
  void longPlainTextIsFoldedAtSpaces() {
    String text = "word ".repeat(40).strip();
    String value = HeaderText.unstructured("Subject", text);
    assertThat(("Subject: " + value).split("\r\n"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    assertThat(value.replace("\r\n ", " ")).isEqualTo(text);
  }

  @Test
  void aUrlIsNeverBroken() {
    String uri = "<https://papers.example.org/unsubscribe/" + "t".repeat(200) + ">";
    assertThat(HeaderText.structured("List-Unsubscribe", uri + ", <mailto:u@example.org>"))
        .isEqualTo(uri + ",\r\n <mailto:u@example.org>");
  }

  @Test
  void aDisplayNameIsQuotedOrEncoded() {
    assertThat(HeaderText.mailbox("From", "", "a@example.org")).isEqualTo("a@example.org");
    assertThat(HeaderText.mailbox("From", "Papers \"daily\"", "a@example.org"))
        .isEqualTo("\"Papers \\\"daily\\\"\" <a@example.org>");
    assertThat(HeaderText.mailbox("From", "Éditions René", "a@example.org"))
        .isEqualTo("=?UTF-8?Q?=C3=89ditions_Ren=C3=A9?= <a@example.org>");
  }

  private static String decoded(String word) {
    try {
      return jakarta.mail.internet.MimeUtility.decodeText(word);
    } catch (java.io.UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
