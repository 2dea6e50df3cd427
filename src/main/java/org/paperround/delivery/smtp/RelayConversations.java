package org.paperround.delivery.smtp;

/**
 * The two ways to the relay, for one sender. A sender alone serves both lanes over one connection
 * at a time.
 */
final class RelayConversations implements Conversations {

  private final MailerRelay mailer;
  private final BulkConversation bulk;

  RelayConversations(MailerRelay mailer, BulkConversation bulk) {
    this.mailer = mailer;
    this.bulk = bulk;
  }

  @Override
  public RelayReply send(RelayMail mail) {
    bulk.close();
    return mailer.send(mail);
  }

  @Override
  public RelayReply send(BulkMail mail) {
    return bulk.send(mail);
  }

  @Override
  public void rest() {
    bulk.closeIfIdle();
  }

  @Override
  public void close() {
    bulk.close();
  }
}
