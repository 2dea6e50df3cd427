package org.paperround.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
  void piecesLaidTogetherAreTheWhole(EditionView edition) {
    EditionMail whole = EditionMail.of(edition);

    for (int time = 1; time <= 2; time++) {
      EditionPrinter.Printed printed = printer.print(edition);

      assertThat(decoded(printed.html())).isEqualTo(decoded(EncodedText.of(whole.html())));
      assertThat(decoded(printed.text())).isEqualTo(decoded(EncodedText.of(whole.text())));
      assertThat(octets(printed.html()).lines()).allMatch(line -> line.length() <= 76);
      assertThat(octets(printed.text()).lines()).allMatch(line -> line.length() <= 76);
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

  @Test
  void whereFeedbackIsGivenIsEncodedOnceForAMail() {
    EditionView edition = EditionSamples.fifty();

    List<byte[]> pieces = printer.print(edition).html().pieces();

    byte[] mine = Twin.inLine(edition.feedbackUrl()).html();
    List<byte[]> links = pieces.stream().filter(piece -> Arrays.equals(piece, mine)).toList();
    assertThat(links).hasSize(2 * EditionSamples.items(edition).size());
    assertThat(links).allMatch(piece -> piece == links.get(0));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void noMailIsLargerThanIsShownWhole(EditionView edition) {
    assertThat(printer.print(edition).html().size()).isLessThanOrEqualTo(EditionMail.LARGEST_HTML);
  }

  private static String decoded(EncodedText text) {
    var octets = new ByteArrayInputStream(octets(text).getBytes(StandardCharsets.US_ASCII));
    try (InputStream decoded = MimeUtility.decode(octets, "quoted-printable")) {
      return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException | MessagingException impossible) {
      throw new AssertionError(impossible);
    }
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
