package org.paperround.bounce;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/** What servers say, made fit to be kept. */
final class Words {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\]:;,\"'@]{1,320}@[^\\s<>()\\[\\]:;,\"'@]{1,320}");
  private static final String HIDDEN = "(address)";

  private Words() {}

  /** One line without control characters, at most so long. */
  static String cut(String text, int longest) {
    String some = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
    String line = CONTROL.matcher(some).replaceAll(" ").strip();
    return line.length() > longest ? line.substring(0, longest) : line;
  }

  /** Without addresses, and without the name of the mailbox it is about. */
  static String withoutAddresses(String text, @Nullable EmailAddress about) {
    String hidden = ADDRESS.matcher(text).replaceAll(HIDDEN);
    if (about == null) {
      return hidden;
    }
    String name = "(?<![A-Za-z0-9])" + Pattern.quote(about.localPart()) + "(?![A-Za-z0-9])";
    return Pattern.compile(name, Pattern.CASE_INSENSITIVE).matcher(hidden).replaceAll(HIDDEN);
  }
}
