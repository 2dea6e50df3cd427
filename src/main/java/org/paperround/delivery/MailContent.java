package org.paperround.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reader sees of a mail, in both its parts, and the headers its renderer knows. Values may
 * hold any character: what could end or break a header is taken out before it is sent.
 *
 * @param headers further headers by name, such as {@code List-Unsubscribe} and {@code
 *     X-Entity-Ref-ID}; not the ones every mail has (From, To, Date, Subject, Message-ID, MIME)
 */
public record MailContent(String subject, String text, String html, Map<String, String> headers) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
  private static final Set<String> OURS =
      Set.of(
          "from", "to", "cc", "bcc", "date", "subject", "message-id", "reply-to", "mime-version");

  /**
   * @throws IllegalArgumentException for a name that is none or that every mail has already
   */
  public MailContent {
    headers = checked(headers);
  }

  static Map<String, String> checked(Map<String, String> headers) {
    for (String name : headers.keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!NAME.matcher(name).matches() || OURS.contains(lower) || lower.startsWith("content-")) {
        throw new IllegalArgumentException("A renderer does not write the header " + name);
      }
    }
    return Map.copyOf(headers);
  }
}
