package org.paperround.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Messages as servers write them, about a mail of ours. */
public final class Fixture {

  public static final List<String> ALL =
      List.of(
          "postfix-no-such-user",
          "postfix-mailbox-full",
          "postfix-spam-refused",
          "postfix-given-up-after-days",
          "postfix-delayed",
          "postfix-delivered",
          "postfix-without-the-mail",
          "postfix-as-it-writes",
          "exim-status-without-detail",
          "exim-worded",
          "exchange-recipient-not-found",
          "gmail-inbox-full",
          "qmail-no-mailbox",
          "qmail-without-a-code",
          "arf-abuse",
          "arf-fraud",
          "arf-not-spam",
          "away",
          "away-by-precedence",
          "read-receipt",
          "a-person-writes",
          "forwarded-and-lists-two",
          "fields-in-one-block");

  private Fixture() {}

  /** As in the file, about a mail to an address. */
  public static byte[] of(String name, String verp, String messageId, String to) {
    return read("/bounce/" + name + ".eml")
        .replace("{verp}", verp)
        .replace("{message-id}", messageId)
        .replace("{to}", to)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** About no mail of ours. */
  public static byte[] of(String name) {
    return of(name, "b-abc@paperround.example", "<1.abc@paperround.example>", "ada@example.org");
  }

  public static String read(String resource) {
    try (InputStream in = Fixture.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
