package org.paperround.delivery.smtp;

/** A mail in the form that one of the ways to the relay takes. */
public sealed interface WireMail permits RelayMail, BulkMail {

  /** Hands it over, by the way that is its own. */
  RelayReply over(Conversations conversations);
}
