package org.paperround.delivery.smtp;

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
 * that many mails share. A piece is a number of whole lines, or ends in a soft line break. Lines
 * are encoded one by one, so that whole lines encoded apart and laid together are the same bytes as
 * their whole text encoded at once. Angus Mail encodes; only short lines of ASCII, which are their
 * own encoding, go past it.
 *
 * @param pieces in the order they are written; nobody may change their bytes
 */
public record EncodedText(List<byte[]> pieces) {

  // The encoder breaks lines here, one before the 76 it might use.
  private static final int LONGEST_AS_IS = 75;

  private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};

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
    Octets encoded = new Octets(lines.length() + lines.length() / 8 + 64);
    try (OutputStream encoder = new QPEncoderStream(encoded)) {
      for (int start = 0; start < lines.length(); ) {
        int end = endOfLine(lines, start);
        if (standsForItself(lines, start, end)) {
          encoded.writeLine(lines, start, end);
        } else {
          encoder.write(lines.substring(start, end).getBytes(StandardCharsets.UTF_8));
          encoder.write('\n');
        }
        start = lines.startsWith("\r\n", end) ? end + 2 : end + 1;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return encoded.toByteArray();
  }

  private static int endOfLine(String lines, int start) {
    int end = start;
    while (lines.charAt(end) != '\n' && lines.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Whether the encoder would write the line as it is, so that it need not be asked. */
  private static boolean standsForItself(String lines, int start, int end) {
    if (end - start > LONGEST_AS_IS || end > start && lines.charAt(end - 1) == ' ') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = lines.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return false;
      }
    }
    return true;
  }

  /**
   * Encodes what ends in the middle of a line, with a soft line break: whatever piece comes next
   * goes on with that line.
   */
  public static byte[] encodeOpen(String text) {
    int lastLine = text.lastIndexOf('\n') + 1;
    Octets encoded = new Octets(text.length() + text.length() / 8 + 64);
    try (OutputStream encoder = new QPEncoderStream(encoded)) {
      encoded.writeBytes(encode(text.substring(0, lastLine)));
      encoder.write(text.substring(lastLine).getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    encoded.writeBytes(SOFT_BREAK);
    return encoded.toByteArray();
  }

  /** A text that is no other mail's. */
  public static EncodedText of(String lines) {
    return new EncodedText(List.of(encode(lines)));
  }

  /** How many octets it has. */
  public int size() {
    int size = 0;
    for (byte[] piece : pieces) {
      size += piece.length;
    }
    return size;
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

    /** A line that needs no encoding, and its end. */
    void writeLine(String lines, int start, int end) {
      if (buf.length - count < end - start + 2) {
        buf = Arrays.copyOf(buf, buf.length * 2 + end - start + 2);
      }
      for (int i = start; i < end; i++) {
        buf[count++] = (byte) lines.charAt(i);
      }
      buf[count++] = '\r';
      buf[count++] = '\n';
    }
  }
}
