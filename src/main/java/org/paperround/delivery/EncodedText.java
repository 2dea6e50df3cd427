package org.paperround.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.util.QPEncoderStream;

/**
 * A text as it stands in a mail: UTF-8 in quoted-printable (RFC 2045, 6.7) with CRLF, as pieces
 * that many mails share. A piece is a number of whole lines. Lines are encoded one by one, so that
 * pieces encoded apart and laid together are the same bytes as their whole text encoded at once.
 *
 * @param pieces in the order they are written; nobody may change their bytes
 */
public record EncodedText(List<byte[]> pieces) {

  public EncodedText {
    pieces = List.copyOf(pieces);
  }

  /**
   * Encodes some whole lines.
   *
   * @param lines ends with a line break, or is empty; LF, CR and CRLF all count as one
   * @throws IllegalArgumentException if the last line has no end
   */
  public static byte[] encode(String lines) {
    if (lines.isEmpty()) {
      return new byte[0];
    }
    char last = lines.charAt(lines.length() - 1);
    if (last != '\n' && last != '\r') {
      throw new IllegalArgumentException("A piece of a mail ends where its last line does");
    }
    byte[] plain = lines.getBytes(StandardCharsets.UTF_8);
    Octets encoded = new Octets(plain.length + plain.length / 8);
    try (OutputStream encoder = new QPEncoderStream(encoded)) {
      encoder.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return encoded.toByteArray();
  }

  /** A text that is no other mail's. */
  public static EncodedText of(String lines) {
    return new EncodedText(List.of(encode(lines)));
  }

  /** How many octets it has. */
  public int size() {
    return pieces.stream().mapToInt(piece -> piece.length).sum();
  }

  /** Writes it. */
  public void writeTo(OutputStream out) throws IOException {
    for (byte[] piece : pieces) {
      out.write(piece);
    }
  }

  /** The encoder writes octet by octet, and a lock for each would be most of the work. */
  private static final class Octets extends ByteArrayOutputStream {

    Octets(int size) {
      super(size);
    }

    @Override
    public void write(int octet) {
      if (count == buf.length) {
        buf = Arrays.copyOf(buf, count * 2);
      }
      buf[count++] = (byte) octet;
    }
  }
}
