package org.paperround.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a message that are not multiparts, in order, down to a depth and a number no real
 * report reaches. What is attached as a message is a part, and not looked into.
 */
final class MimeParts {

  private static final int DEEPEST = 8;
  private static final int MOST = 100;
  private static final int LONGEST_TYPE = 4096;
  private static final int LONGEST_CONTENT = 64 * 1024;
  private static final Pattern TYPE =
      Pattern.compile(
          "\\s*([A-Za-z0-9!#$&^_.+-]{1,80}/[A-Za-z0-9!#$&^_.+-]{1,80}).*", Pattern.DOTALL);

  private final List<MimePart> leaves = new ArrayList<>();

  MimeParts(MimePart message) throws MessagingException {
    collect(message, 0);
  }

  private void collect(MimePart part, int depth) throws MessagingException {
    if (!type(part).startsWith("multipart/") || depth == DEEPEST) {
      leaves.add(part);
      return;
    }
    MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
    for (int i = 0; i < parts.getCount() && leaves.size() < MOST; i++) {
      if (parts.getBodyPart(i) instanceof MimePart next) {
        collect(next, depth + 1);
      }
    }
  }

  /** The first part of one of these types. */
  Optional<MimePart> first(Predicate<String> type) throws MessagingException {
    for (MimePart leaf : leaves) {
      if (type.test(type(leaf))) {
        return Optional.of(leaf);
      }
    }
    return Optional.empty();
  }

  /** The media type without its parameters, in lower case; plain text where there is none. */
  static String type(MimePart part) throws MessagingException {
    String[] fields = part.getHeader("Content-Type");
    if (fields == null || fields.length == 0) {
      return "text/plain";
    }
    Matcher type = TYPE.matcher(Words.cut(fields[0], LONGEST_TYPE));
    return type.matches() ? type.group(1).toLowerCase(Locale.ROOT) : "text/plain";
  }

  /** The beginning of a part's content, decoded. */
  static byte[] content(MimePart part) throws MessagingException {
    try (InputStream content = part.getInputStream()) {
      return content.readNBytes(LONGEST_CONTENT);
    } catch (IOException undecodable) {
      // A transfer encoding that it does not keep to: better nothing than half of it.
      return new byte[0];
    }
  }

  /** As {@link #content}, as a text whose every byte is a character. */
  static String text(MimePart part) throws MessagingException {
    return new String(content(part), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
  }

  /** The headers a part's content begins with. */
  static InternetHeaders headers(byte[] content) throws MessagingException {
    return new InternetHeaders(new ByteArrayInputStream(content), true);
  }
}
