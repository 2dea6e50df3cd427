package org.paperround.delivery;

import java.util.Map;

/**
 * What a reader sees of a mail, in both its parts, and the headers its renderer knows. Values may
 * hold any character: what could end or break a header is taken out before it is sent.
 *
 * @param headers further headers by name, such as {@code List-Unsubscribe} and {@code
 *     X-Entity-Ref-ID}; not the ones every mail has (From, To, Date, Subject, Message-ID, MIME)
 */
public record MailContent(String subject, String text, String html, Map<String, String> headers) {

  public MailContent {
    headers = Map.copyOf(headers);
  }
}
