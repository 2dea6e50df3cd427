package org.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperround.bounce.Report.DeliveryReport;
import org.paperround.bounce.Report.FeedbackReport;

class ReportReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postfix-no-such-user         | FAILED 5.1.1 HARD
          postfix-mailbox-full         | FAILED 5.2.2 SOFT
          postfix-spam-refused         | FAILED 5.7.1 POLICY
          postfix-given-up-after-days  | FAILED 4.4.1 SOFT
          postfix-delayed              | DELAYED 4.4.1
          postfix-delivered            | RELAYED 2.1.5
          postfix-without-the-mail     | FAILED 5.1.1 HARD
          postfix-as-it-writes         | FAILED 5.1.1 HARD
          exim-status-without-detail   | FAILED 5.1.1 HARD
          exim-worded                  | FAILED 5.1.1 HARD
          exchange-recipient-not-found | FAILED 5.1.10 HARD
          gmail-inbox-full             | FAILED 5.2.2 SOFT
          qmail-no-mailbox             | FAILED 5.1.1 HARD
          qmail-without-a-code         | FAILED 5.0.0 SOFT
          fields-in-one-block          | FAILED 5.1.2 HARD
          forwarded-and-lists-two      | FAILED 5.1.1 HARD, FAILED 4.2.2 SOFT, DELIVERED 2.0.0
          arf-abuse                    | complaint abuse
          arf-fraud                    | complaint fraud
          arf-not-spam                 | feedback not-spam
          away                         | automatic reply
          away-by-precedence           | automatic reply
          read-receipt                 | automatic reply
          a-person-writes              | no report
          """)
  void aMessageIsReadForWhatItIs(String fixture, String expected) {
    assertThat(told(ReportReader.read(Fixture.of(fixture)))).isEqualTo(expected);
  }

  @Test
  void everyMessageThereIsStandsInTheTableAbove() {
    assertThat(Fixture.ALL).hasSize(23).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "postfix-no-such-user", "exim-worded", "exim-status-without-detail", "qmail-no-mailbox",
    "exchange-recipient-not-found", "gmail-inbox-full", "arf-abuse", "arf-fraud"
  })
  void theReturnedMailIsNamedByItsMessageIdAndItsEnvelopeSender(String fixture) {
    Traces traces = traces(ReportReader.read(Fixture.of(fixture)));
    assertThat(traces.messageIds()).contains("<1.abc@paperround.example>");
    assertThat(traces.addresses()).anyMatch(text -> text.contains("b-abc@paperround.example"));
  }

  @Test
  void theWordsOfTheServerAreKeptOnOneLine() {
    DeliveryReport report = (DeliveryReport) ReportReader.read(Fixture.of("postfix-no-such-user"));
    assertThat(report.verdicts().get(0).diagnostic())
        .isEqualTo(
            "smtp; 550 5.1.1 <ada@example.org>: Recipient address rejected: nobody of that name");
    assertThat(report.verdicts().get(0).recipient()).isEqualTo("ada@example.org");
  }

  @Test
  void aBounceThatSomebodyAttachesIsNotTheirs() {
    byte[] letter =
        ("From: eve@example.net\r\nTo: b-abc@paperround.example\r\n"
                + "Content-Type: message/rfc822\r\n\r\n"
                + new String(Fixture.of("postfix-no-such-user"), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    assertThat(told(ReportReader.read(letter))).isEqualTo("no report");
  }

  static Stream<byte[]> hostileMessages() {
    byte[] noise = new byte[10 * 1024 * 1024];
    new Random(7).nextBytes(noise);
    String report = "Content-Type: multipart/report; boundary=\"b\"\r\n\r\n";
    return Stream.of(
        new byte[0],
        noise,
        text("\0".repeat(1000)),
        text("a:\r\n".repeat(2_000_000)),
        text("X: " + "y".repeat(9_000_000)),
        text("Content-Type: " + "(".repeat(5_000_000)),
        text("Content-Type: multipart/report; boundary=\"" + "b".repeat(5_000_000)),
        text("Content-Type: multipart/report" + "; a*1*=x''%41".repeat(300_000) + "\r\n\r\n"),
        text(report + "--b\r\n".repeat(2_000_000)),
        text(
            report
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                + "\r\n".repeat(900_000)),
        text(
            report
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                + "Final-Recipient: rfc822; a@b\r\n\r\n".repeat(300_000)),
        nested(200_000),
        text("Content-Type: text/plain\r\n\r\nHi. This is the " + "\n\n<a>:\n".repeat(500_000)),
        text("X-Failed-Recipients: " + "a,".repeat(2_000_000) + "\r\n\r\n"),
        text("X-Failed-Recipients: a\r\n\r\na" + "\n----".repeat(900_000)));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] nested(int depth) {
    StringBuilder message = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      message.append("Content-Type: multipart/mixed; boundary=").append(i).append("\r\n\r\n");
      message.append("--").append(i).append("\r\n");
    }
    return text(message.toString());
  }

  @ParameterizedTest
  @MethodSource("hostileMessages")
  void whateverItIsFedItAnswersSoon(byte[] message) {
    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> ReportReader.read(message));
  }

  static String told(Report report) {
    return report.fold(
        new Report.Cases<>(
            delivery ->
                delivery.verdicts().stream()
                    .map(ReportReaderTest::told)
                    .collect(Collectors.joining(", ")),
            feedback ->
                (feedback.isComplaint() ? "complaint " : "feedback ") + feedback.feedbackType(),
            automatic -> "automatic reply",
            none -> "no report"));
  }

  private static String told(Verdict verdict) {
    return verdict.action()
        + " "
        + verdict.status()
        + verdict.kind().map(kind -> " " + kind).orElse("");
  }

  private static Traces traces(Report report) {
    return report instanceof DeliveryReport delivery
        ? delivery.traces()
        : ((FeedbackReport) report).traces();
  }

  @Test
  void aReportIsReadUpToItsFirstHalfMebibyte() {
    byte[] report = Fixture.of("postfix-no-such-user");
    byte[] longer = Arrays.copyOf(report, 9 * 1024 * 1024);
    assertThat(told(ReportReader.read(longer))).isEqualTo("FAILED 5.1.1 HARD");
  }
}
