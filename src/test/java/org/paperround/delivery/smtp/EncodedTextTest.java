package org.paperround.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.eclipse.angus.mail.util.QPEncoderStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {

  private static final String[] SCRAPS = {
    "otters",
    "a",
    ".",
    "=",
    " ",
    "  ",
    "\t",
    "\0",
    "~",
    "\u007f",
    "é",
    "“",
    "\uD83D\uDCF0",
    "\uD83D",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "because they stand in the title of the paper"
  };

  @Test
  void anyTextIsEncodedAsTheEncoderAloneWould() throws IOException {
    Random dice = new Random(2045);
    for (int text = 0; text < 20_000; text++) {
      assertSameAsTheEncoder(scraps(dice) + scraps(dice) + (dice.nextBoolean() ? "\n" : "\r\n"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {73, 74, 75, 76, 77, 78})
  void aLineThatJustFitsIsEncodedAsTheEncoderAloneWould(int length) throws IOException {
    String line = "x".repeat(length - 1);
    for (String last : new String[] {"x", " ", "=", "é"}) {
      assertSameAsTheEncoder("before\n" + line + last + "\nafter\n");
    }
  }

  @Test
  void aPieceEndsWithItsLine() {
    assertThat(EncodedText.encode("")).isEmpty();
    assertThatThrownBy(() -> EncodedText.encode("a\nb"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatEndsInTheMiddleOfALineGoesOnWithTheNextPiece() throws Exception {
    Random dice = new Random(2045);
    for (int text = 0; text < 2_000; text++) {
      String start = scraps(dice) + "a" + " ".repeat(dice.nextInt(3));
      String end = "b" + scraps(dice) + "\n";
      ByteArrayOutputStream together = new ByteArrayOutputStream();
      together.writeBytes(EncodedText.encodeOpen(start));
      together.writeBytes(EncodedText.encode(end));

      assertThat(together.toString(StandardCharsets.US_ASCII).lines())
          .allMatch(line -> line.length() <= 76);
      assertThat(decoded(together.toByteArray()))
          .isEqualTo(decoded(EncodedText.encode(start + end)));
    }
  }

  private static String scraps(Random dice) {
    StringBuilder scraps = new StringBuilder();
    for (int some = dice.nextInt(15); some > 0; some--) {
      scraps.append(SCRAPS[dice.nextInt(SCRAPS.length)]);
    }
    return scraps.toString();
  }

  private static String decoded(byte[] encoded) throws IOException, MessagingException {
    var in = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable");
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void assertSameAsTheEncoder(String lines) throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (OutputStream encoder = new QPEncoderStream(encoded)) {
      encoder.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new String(EncodedText.encode(lines), StandardCharsets.US_ASCII))
        .isEqualTo(encoded.toString(StandardCharsets.US_ASCII));
  }
}
