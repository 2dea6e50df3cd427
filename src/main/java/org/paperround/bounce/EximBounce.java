package org.paperround.bounce;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.bounce.Report.DeliveryReport;

/**
 * Reads the worded bounces of Exim, and of others that name whom they gave up on in the header
 * {@code X-Failed-Recipients}. The words about an address stand behind it; the mail follows a line
 * of dashes.
 */
final class EximBounce {

  private static final int MOST_RECIPIENTS = 100;
  private static final int WORDS = 1000;
  private static final Pattern COPY =
      Pattern.compile("\\n-{4,}[^\\n]{0,200}(?:copy|original)[^\\n]{0,200}\\n");

  private EximBounce() {}

  static Optional<Report> read(String @Nullable [] failed, String text, Traces traces)
      throws MessagingException {
    if (failed == null) {
      return Optional.empty();
    }
    List<Verdict> verdicts = new ArrayList<>();
    Matcher copy = COPY.matcher(text);
    boolean returned = copy.find();
    String words = returned ? text.substring(0, copy.start()) : text;
    Arrays.stream(String.join(",", failed).split(","))
        .map(String::strip)
        .filter(recipient -> !recipient.isEmpty())
        .limit(MOST_RECIPIENTS)
        .forEach(recipient -> verdicts.add(verdict(recipient, words)));
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    Traces own = returned ? mail(text.substring(copy.end())) : new Traces(List.of(), List.of());
    return Optional.of(new DeliveryReport(verdicts, traces.and(own)));
  }

  private static Verdict verdict(String recipient, String text) {
    int at = text.indexOf(recipient);
    int from = at < 0 ? 0 : at + recipient.length();
    String words = text.substring(from, Math.min(text.length(), from + WORDS));
    EnhancedStatus status = EnhancedStatus.of("", words, EnhancedStatus.PERMANENT);
    return new Verdict(recipient, Action.FAILED, status, words);
  }

  private static Traces mail(String copy) throws MessagingException {
    byte[] bytes = copy.stripLeading().getBytes(StandardCharsets.ISO_8859_1);
    return ReportReader.returned(MimeParts.headers(bytes));
  }
}
