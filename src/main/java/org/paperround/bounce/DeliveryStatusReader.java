package org.paperround.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.paperround.bounce.Report.DeliveryReport;
import org.paperround.bounce.Report.NoReport;

/** Reads the machine's part of a delivery status notification (RFC 3464, 2.2 and 2.3). */
final class DeliveryStatusReader {

  private static final int MOST_GROUPS = 50;
  private static final Pattern EMPTY_LINES = Pattern.compile("(?:\\r?\\n[ \\t]*){2,}+");

  private DeliveryStatusReader() {}

  static Report read(byte[] content, Traces traces) throws MessagingException {
    List<Verdict> verdicts = new ArrayList<>();
    for (InternetHeaders fields : groups(content)) {
      verdict(fields).ifPresent(verdicts::add);
    }
    return verdicts.isEmpty()
        ? new NoReport("Its delivery status names no recipient")
        : new DeliveryReport(verdicts, traces);
  }

  private static List<InternetHeaders> groups(byte[] content) throws MessagingException {
    try {
      DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(some(content)));
      List<InternetHeaders> groups = new ArrayList<>();
      // Some servers forget the empty line that ends the fields about the message.
      groups.add(status.getMessageDSN());
      for (int i = 0; i < status.getRecipientDSNCount(); i++) {
        groups.add(status.getRecipientDSN(i));
      }
      return groups;
    } catch (IOException impossible) {
      throw new MessagingException("Not read from memory", impossible);
    }
  }

  /** The first groups of fields: the library would make objects of any number of empty ones. */
  private static byte[] some(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1).stripLeading();
    return EMPTY_LINES
        .splitAsStream(text)
        .limit(MOST_GROUPS)
        .collect(Collectors.joining("\r\n\r\n"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Optional<Verdict> verdict(InternetHeaders fields) {
    String recipient = address(field(fields, "Final-Recipient"));
    String status = field(fields, "Status");
    String words = field(fields, "Diagnostic-Code");
    Optional<Action> action = Action.of(field(fields, "Action"));
    if (recipient.isEmpty() && action.isEmpty()) {
      return Optional.empty();
    }
    EnhancedStatus known = EnhancedStatus.of(status, words, EnhancedStatus.TRANSIENT);
    // Without an action only the class tells a mail that came back from one still on its way.
    Action done = action.orElse(known.type() == 5 ? Action.FAILED : Action.DELAYED);
    return Optional.of(
        new Verdict(
            recipient.isEmpty() ? address(field(fields, "Original-Recipient")) : recipient,
            done,
            known,
            words));
  }

  /** "rfc822; reader@example.org" without its type. */
  private static String address(String field) {
    return field.substring(field.indexOf(';') + 1).strip();
  }

  private static String field(InternetHeaders fields, String name) {
    String value = fields.getHeader(name, null);
    return value == null ? "" : Words.cut(MimeUtility.unfold(value), 2000);
  }
}
