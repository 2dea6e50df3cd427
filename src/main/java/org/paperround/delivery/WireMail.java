package org.paperround.delivery;

/** A mail in the form that one of the ways to the relay takes. */
sealed interface WireMail permits RelayMail, BulkMail {

  /** Hands it over, by the way that is its own. */
  RelayReply over(Conversations conversations);
}
