package org.paperround.delivery.smtp;

/**
 * What one sender has open towards the relay. One call hands over one mail to one recipient and
 * waits for the answer; nothing the network or the server does makes it throw.
 */
public interface Conversations extends AutoCloseable {

  /** Hands over a mail somebody waits for. */
  RelayReply send(RelayMail mail);

  /** Hands over one of many. */
  RelayReply send(BulkMail mail);

  /** There is nothing to send just now. */
  void rest();

  /** Takes leave of the relay; the next mail opens again what it needs. */
  @Override
  void close();
}
