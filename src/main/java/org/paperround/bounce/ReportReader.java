package org.paperround.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.paperround.bounce.Report.AutomaticReply;
import org.paperround.bounce.Report.NoReport;

/**
 * Reads a raw message (RFC 5322) that came back. Whatever it is fed, it answers: in time and memory
 * bounded by what it looks at, the first 512 KiB, and without an exception.
 */
public final class ReportReader {

  private static final int LONGEST_READ = 512 * 1024;
  private static final int MOST_BOUNDARIES = 300;
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Set<String> STATUS =
      Set.of("message/delivery-status", "message/global-delivery-status");
  private static final Set<String> RETURNED =
      Set.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");

  /** Where the address a message was delivered to may stand, the likeliest first. */
  private static final List<String> DELIVERED_TO =
      List.of(
          "Delivered-To",
          "X-Original-To",
          "Envelope-To",
          "X-Envelope-To",
          "X-Delivered-To",
          "To",
          "Return-Path");

  private ReportReader() {}

  /** What it is. */
  public static Report read(byte[] raw) {
    byte[] head = raw.length > LONGEST_READ ? Arrays.copyOf(raw, LONGEST_READ) : raw;
    if (boundaries(head) > MOST_BOUNDARIES) {
      return new NoReport("It has more parts than any report");
    }
    try {
      return read(new MimeMessage(SESSION, new SharedByteArrayInputStream(head)));
    } catch (MessagingException | RuntimeException broken) {
      return new NoReport("It cannot be read as a message");
    }
  }

  private static Report read(MimeMessage message) throws MessagingException {
    MimeParts parts = new MimeParts(message);
    Optional<MimePart> returned = parts.first(RETURNED::contains);
    Traces traces = outer(message);
    if (returned.isPresent()) {
      traces = traces.and(returned(MimeParts.headers(MimeParts.content(returned.get()))));
    }
    Optional<MimePart> status = parts.first(STATUS::contains);
    if (status.isPresent()) {
      return DeliveryStatusReader.read(MimeParts.content(status.get()), traces);
    }
    Optional<MimePart> feedback = parts.first("message/feedback-report"::equals);
    if (feedback.isPresent()) {
      return FeedbackReader.read(MimeParts.headers(MimeParts.content(feedback.get())), traces);
    }
    if (parts.first("message/disposition-notification"::equals).isPresent()) {
      return new AutomaticReply();
    }
    Optional<MimePart> text = parts.first("text/plain"::equals);
    String words = text.isPresent() ? MimeParts.text(text.get()) : "";
    Optional<Report> worded = QmailBounce.read(words, traces);
    if (worded.isEmpty()) {
      worded = EximBounce.read(message.getHeader("X-Failed-Recipients"), words, traces);
    }
    return worded.orElseGet(() -> other(message));
  }

  private static Report other(MimeMessage message) {
    return first(message, "Auto-Submitted").filter(value -> !value.startsWith("no")).isPresent()
            || first(message, "X-Autoreply").isPresent()
            || first(message, "X-Autorespond").isPresent()
            || first(message, "Precedence")
                .filter(Set.of("bulk", "junk", "list", "auto_reply")::contains)
                .isPresent()
        ? new AutomaticReply()
        : new NoReport("It is neither a report nor an automatic reply");
  }

  private static Optional<String> first(MimeMessage message, String header) {
    try {
      return Optional.ofNullable(message.getHeader(header, null))
          .map(value -> value.strip().toLowerCase(Locale.ROOT));
    } catch (MessagingException unreadable) {
      return Optional.empty();
    }
  }

  private static Traces outer(MimeMessage message) throws MessagingException {
    List<String> addresses = new ArrayList<>();
    for (String name : DELIVERED_TO) {
      add(message.getHeader(name), addresses);
    }
    return new Traces(addresses, List.of());
  }

  /** What the returned mail, or as much as came back of it, says of itself. */
  static Traces returned(InternetHeaders mail) {
    List<String> addresses = new ArrayList<>();
    List<String> messageIds = new ArrayList<>();
    add(mail.getHeader("Return-Path"), addresses);
    add(mail.getHeader("Message-ID"), messageIds);
    return new Traces(addresses, messageIds);
  }

  private static void add(String[] fields, List<String> to) {
    if (fields != null) {
      Arrays.stream(fields).limit(10).map(field -> Words.cut(field, 2000)).forEach(to::add);
    }
  }

  /** Lines that may separate parts: each would become objects before they can be counted. */
  private static int boundaries(byte[] message) {
    int found = 0;
    for (int i = 0; i + 1 < message.length; i++) {
      boolean lineStarts = i == 0 || message[i - 1] == '\n' || message[i - 1] == '\r';
      if (lineStarts && message[i] == '-' && message[i + 1] == '-') {
        found++;
      }
    }
    return found;
  }
}
