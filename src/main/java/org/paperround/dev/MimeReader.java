package org.paperround.dev;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decodes MIME: headers, the text part and the HTML part. */
final class MimeReader {

  private static final DateTimeFormatter SENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MimeReader() {}

  static ReceivedMail read(int number, MimeMessage mail) {
    try {
      ByteArrayOutputStream source = new ByteArrayOutputStream();
      mail.writeTo(source);
      Date sent = mail.getSentDate();
      return new ReceivedMail(
          number,
          names(mail.getFrom()),
          names(mail.getRecipients(RecipientType.TO)),
          mail.getSubject() == null ? "" : mail.getSubject(),
          sent == null ? "" : SENT.format(sent.toInstant()),
          content(mail, "text/plain"),
          content(mail, "text/html"),
          source.toString(StandardCharsets.UTF_8));
    } catch (MessagingException malformed) {
      throw new IllegalStateException("The embedded inbox holds a mail it cannot read", malformed);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static String names(Address @Nullable [] addresses) {
    return addresses == null
        ? ""
        : Arrays.stream(addresses)
            .map(
                address ->
                    address instanceof InternetAddress internet
                        ? internet.toUnicodeString()
                        : address.toString())
            .collect(Collectors.joining(", "));
  }

  private static String content(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = content(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
