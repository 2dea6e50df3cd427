package org.paperround.delivery.smtp;

import jakarta.enterprise.context.ApplicationScoped;

/** The server that takes our mails, as {@code quarkus.mailer.*} names it. */
@ApplicationScoped
public class Relay {

  private final MailerRelay mailer;
  private final BulkRelay bulk;

  Relay(MailerRelay mailer, BulkRelay bulk) {
    this.mailer = mailer;
    this.bulk = bulk;
  }

  /** What one sender speaks with; it connects when there is a mail. Not for several threads. */
  public Conversations open() {
    return new RelayConversations(mailer, bulk.open());
  }
}
