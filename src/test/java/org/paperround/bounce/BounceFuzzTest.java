package org.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Feeds the reader mutations of real messages. A few seconds in every build; longer with {@code
 * -Dbounce.fuzz.for=PT10M}.
 */
class BounceFuzzTest {

  private static final Duration FOR = Duration.parse(System.getProperty("bounce.fuzz.for", "PT3S"));
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final List<String> TOKENS =
      List.of(
          "\r\n",
          "\n\n",
          "--=_frontier",
          "--",
          "Content-Type: multipart/report; boundary=\"=_frontier\"\r\n\r\n",
          "Content-Type: message/delivery-status\r\n\r\n",
          "Content-Type: message/rfc822\r\n\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "Content-Transfer-Encoding: quoted-printable\r\n",
          "Content-Transfer-Encoding: uuencode\r\n",
          "charset*0*=x''%",
          "\"",
          "(",
          "\\",
          ";",
          "=?utf-8?b?",
          "Final-Recipient: rfc822;",
          "Status: 5.1.1\r\n",
          "Hi. This is the ",
          "X-Failed-Recipients: a,",
          "<a>:\n",
          "\0",
          "\u00ff");

  static {
    // Otherwise the mail library looks it up again for every part, which takes most of the time.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  /** Finds the shortest message that breaks it, where one does. */
  @Property(tries = 1000)
  void whateverComesBackIsReadSoonAndWithoutAnException(@ForAll("mutants") Mutant mutant) {
    check(mutant);
  }

  @Example
  void andSoItIsForAsLongAsOneLikesToTry() {
    long ends = System.nanoTime() + FOR.toNanos();
    long tried =
        mutants()
            .sampleStream()
            .takeWhile(next -> System.nanoTime() < ends)
            .peek(BounceFuzzTest::check)
            .count();
    System.out.println("Mutations of bounces read: " + tried);
    assertThat(tried).isPositive();
  }

  private static void check(Mutant mutant) {
    long began = System.nanoTime();
    Report report = ReportReader.read(mutant.message());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(ReportReaderTest.told(report)).as("%s", mutant).isNotNull();
    assertThat(took).as("%s", mutant).isLessThan(SOON);
  }

  @Provide
  Arbitrary<Mutant> mutants() {
    return Combinators.combine(
            Arbitraries.of(Fixture.ALL),
            Arbitraries.of(Fixture.ALL),
            changes().list().ofMinSize(1).ofMaxSize(30))
        .as(Mutant::new);
  }

  private Arbitrary<Change> changes() {
    return Combinators.combine(
            Arbitraries.of(Change.Kind.values()),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(1, 200),
            Arbitraries.of(TOKENS))
        .as(Change::new);
  }

  /** A message, some of which may come from another, with changes. */
  record Mutant(String fixture, String other, List<Change> changes) {

    byte[] message() {
      String message = text(fixture);
      for (Change change : changes) {
        message = change.apply(message, text(other));
      }
      return message.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(String name) {
      return new String(Fixture.of(name), StandardCharsets.ISO_8859_1);
    }
  }

  /** One change, at a place that is told as a fraction of the message. */
  record Change(Kind kind, double where, int length, String token) {

    enum Kind {
      INSERT,
      REPEAT,
      DELETE,
      SPLICE,
      FLIP,
      CUT
    }

    String apply(String to, String other) {
      int at = (int) (where * to.length());
      int end = Math.min(to.length(), at + length);
      String before = to.substring(0, at);
      String after = to.substring(end);
      return switch (kind) {
        case INSERT -> before + token + to.substring(at);
        case REPEAT -> before + token.repeat(length * 5) + to.substring(at);
        case DELETE -> before + after;
        case SPLICE -> before + other.substring((int) (where * other.length()));
        case FLIP -> before + flipped(to.substring(at, end)) + after;
        case CUT -> where < 0.5 ? to : before;
      };
    }

    private static String flipped(String some) {
      StringBuilder text = new StringBuilder(some);
      for (int i = 0; i < text.length(); i += 7) {
        text.setCharAt(i, (char) (text.charAt(i) ^ 0x81 & 0xff));
      }
      return text.toString();
    }
  }
}
