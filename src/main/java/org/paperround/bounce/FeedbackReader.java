package org.paperround.bounce;

import jakarta.mail.internet.InternetHeaders;
import java.util.List;
import java.util.Locale;
import org.paperround.bounce.Report.FeedbackReport;
import org.paperround.bounce.Report.NoReport;

/** Reads the machine's part of a feedback report, ARF (RFC 5965, 3). */
final class FeedbackReader {

  private FeedbackReader() {}

  static Report read(InternetHeaders fields, Traces traces) {
    String type = field(fields, "Feedback-Type").toLowerCase(Locale.ROOT);
    if (type.isEmpty()) {
      return new NoReport("Its feedback report has no type");
    }
    Traces own = new Traces(List.of(field(fields, "Original-Mail-From")), List.of());
    return new FeedbackReport(
        Words.cut(type.split("[\\s;(]", 2)[0], 40), field(fields, "User-Agent"), own.and(traces));
  }

  private static String field(InternetHeaders fields, String name) {
    String value = fields.getHeader(name, null);
    return value == null ? "" : Words.cut(value, 500);
  }
}
