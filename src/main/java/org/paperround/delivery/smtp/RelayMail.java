package org.paperround.delivery.smtp;

import java.util.Map;
import org.paperround.base.EmailAddress;

/**
 * A mail ready for the Quarkus Mailer's client, which encodes its parts.
 *
 * @param envelopeSender where its bounces go
 * @param headers by name, encoded and folded (RFC 5322, RFC 2047), in the order they are written;
 *     all but those that describe the parts
 */
public record RelayMail(
    EmailAddress envelopeSender,
    EmailAddress to,
    Map<String, String> headers,
    String text,
    String html)
    implements WireMail {

  @Override
  public RelayReply over(Conversations conversations) {
    return conversations.send(this);
  }
}
