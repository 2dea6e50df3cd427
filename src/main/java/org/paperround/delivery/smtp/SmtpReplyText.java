package org.paperround.delivery.smtp;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the first line of an SMTP reply (RFC 5321, 4.2) and its enhanced code (RFC 2034, 3463). */
public record SmtpReplyText(String line) {

  private static final Pattern REPLY =
      Pattern.compile("(?s)([2-5]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})?.*)?");

  /** The reply code; empty when the server said something that is no reply. */
  public OptionalInt code() {
    Matcher reply = REPLY.matcher(line.strip());
    return reply.matches() ? OptionalInt.of(Integer.parseInt(reply.group(1))) : OptionalInt.empty();
  }

  /** Whether it is a 4xx: the same may be taken later. */
  public boolean isTemporary() {
    return code().orElse(0) / 100 == 4;
  }

  /** The enhanced code, where there is one of the reply's own class. */
  public @Nullable String enhanced() {
    Matcher reply = REPLY.matcher(line.strip());
    if (!reply.matches() || reply.group(2) == null) {
      return null;
    }
    return reply.group(2).charAt(0) == reply.group(1).charAt(0) ? reply.group(2) : null;
  }
}
