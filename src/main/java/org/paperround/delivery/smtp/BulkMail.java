package org.paperround.delivery.smtp;

import java.util.Map;
import org.paperround.base.EmailAddress;

/**
 * A mail ready for the wire, in pieces that are encoded.
 *
 * @param envelopeSender where its bounces go
 * @param headers as in {@link RelayMail}
 */
public record BulkMail(
    EmailAddress envelopeSender,
    EmailAddress to,
    Map<String, String> headers,
    EncodedText text,
    EncodedText html)
    implements WireMail {

  @Override
  public RelayReply over(Conversations conversations) {
    return conversations.send(this);
  }
}
