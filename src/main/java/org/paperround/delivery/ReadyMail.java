package org.paperround.delivery;

import org.jspecify.annotations.Nullable;
import org.paperround.delivery.smtp.WireMail;

/**
 * A claimed mail and what a sender needs to put it on the wire.
 *
 * @param wireMail null when it cannot be sent
 * @param failure why it could not be rendered; null with no {@code wireMail} means that what it was
 *     about is gone
 */
record ReadyMail(ClaimedMail mail, @Nullable WireMail wireMail, @Nullable String failure) {

  static ReadyMail of(ClaimedMail mail, WireMail wireMail) {
    return new ReadyMail(mail, wireMail, null);
  }

  static ReadyMail gone(ClaimedMail mail) {
    return new ReadyMail(mail, null, null);
  }

  static ReadyMail broken(ClaimedMail mail, String failure) {
    return new ReadyMail(mail, null, failure);
  }

  long id() {
    return mail.id();
  }
}
