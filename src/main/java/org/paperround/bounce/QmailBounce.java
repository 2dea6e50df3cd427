package org.paperround.bounce;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paperround.bounce.Report.DeliveryReport;

/**
 * Reads the worded bounces of qmail and those who took its form, QSBMF: paragraphs, the first of
 * which begins with "Hi. This is the", each recipient's with their address in angle brackets and a
 * colon; a paragraph that begins with a dash ends them, and behind it comes the mail itself.
 */
final class QmailBounce {

  private static final String GREETING = "Hi. This is the ";
  private static final int MOST_PARAGRAPHS = 200;
  private static final Pattern RECIPIENT =
      Pattern.compile("<([^<>\\n]{1,320})>:[ \\t]*\\n?(.*)", Pattern.DOTALL);

  private QmailBounce() {}

  static Optional<Report> read(String text, Traces traces) throws MessagingException {
    String bounce = text.stripLeading();
    if (!bounce.startsWith(GREETING)) {
      return Optional.empty();
    }
    List<Verdict> verdicts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < MOST_PARAGRAPHS && from < bounce.length(); i++) {
      int end = bounce.indexOf("\n\n", from);
      String paragraph = bounce.substring(from, end < 0 ? bounce.length() : end).stripLeading();
      from = end < 0 ? bounce.length() : end + 2;
      if (paragraph.startsWith("-")) {
        break;
      }
      verdict(paragraph).ifPresent(verdicts::add);
    }
    return verdicts.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeliveryReport(verdicts, traces.and(mail(bounce.substring(from)))));
  }

  private static Optional<Verdict> verdict(String paragraph) {
    Matcher recipient = RECIPIENT.matcher(paragraph);
    if (!recipient.matches()) {
      return Optional.empty();
    }
    String words = recipient.group(2);
    EnhancedStatus status = EnhancedStatus.of("", words, EnhancedStatus.PERMANENT);
    return Optional.of(new Verdict(recipient.group(1), Action.FAILED, status, words));
  }

  private static Traces mail(String copy) throws MessagingException {
    byte[] bytes = copy.stripLeading().getBytes(StandardCharsets.ISO_8859_1);
    return ReportReader.returned(MimeParts.headers(bytes));
  }
}
