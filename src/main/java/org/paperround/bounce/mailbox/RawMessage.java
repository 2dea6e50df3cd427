package org.paperround.bounce.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A message as it came over the wire, if it is not too large to be a report. */
final class RawMessage {

  /** No report is larger; one that returns the whole mail may come near. */
  static final int LARGEST = 10 * 1024 * 1024;

  private RawMessage() {}

  /** Its bytes; empty when there are too many. */
  static Optional<byte[]> of(Message message) throws MessagingException, IOException {
    if (message.getSize() > LARGEST) {
      return Optional.empty();
    }
    try (Bounded bytes = new Bounded()) {
      message.writeTo(bytes);
      return Optional.of(bytes.taken.toByteArray());
    } catch (TooLarge larger) {
      return Optional.empty();
    }
  }

  /** The size a server tells is not always the one it sends. */
  private static final class Bounded extends OutputStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (taken.size() + length > LARGEST) {
        throw new TooLarge();
      }
      taken.write(bytes, offset, length);
    }
  }

  private static final class TooLarge extends IOException {}
}
