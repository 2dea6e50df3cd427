package org.paperround.delivery;

/**
 * The way to the next SMTP server, and the only thing that knows how it is spoken to. One call is
 * one mail to one recipient; the caller's thread waits for the answer, and any number may call.
 */
interface Relay {

  /** Hands one mail over. Never throws for what the network or the server does. */
  RelayReply send(RelayMail mail);
}
