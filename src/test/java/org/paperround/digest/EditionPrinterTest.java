package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.delivery.smtp.EncodedText;

/** Pieces laid together are what the same templates print whole. */
@QuarkusTest
class EditionPrinterTest {

  @Inject EditionPrinter printer;

  static Stream<EditionView> editions() {
    return EditionSamples.all();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void piecesLaidTogetherAreTheWholeEncoded(EditionView edition) {
    EditionMail whole = EditionMail.of(edition);

    for (int time = 1; time <= 2; time++) {
      EditionPrinter.Printed printed = printer.print(edition);

      assertThat(octets(printed.html())).isEqualTo(octets(EncodedText.of(whole.html())));
      assertThat(octets(printed.text())).isEqualTo(octets(EncodedText.of(whole.text())));
    }
  }

  @Test
  void mailsShareTheirLayoutAndTheirPapers() {
    List<byte[]> one = printer.print(EditionSamples.seven()).html().pieces();
    List<byte[]> other = printer.print(EditionSamples.fifty()).html().pieces();

    assertThat(one.stream().filter(piece -> holds(other, piece)).mapToInt(piece -> piece.length))
        .hasSizeGreaterThan(20)
        .anyMatch(length -> length > 1500);
  }

  private static boolean holds(List<byte[]> pieces, byte[] piece) {
    return pieces.stream().anyMatch(other -> other == piece);
  }

  private static String octets(EncodedText text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      text.writeTo(out);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    assertThat(text.size()).isEqualTo(out.size());
    return out.toString(StandardCharsets.US_ASCII);
  }
}
