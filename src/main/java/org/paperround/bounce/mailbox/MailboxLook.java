package org.paperround.bounce.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import org.paperround.bounce.BouncesConfig;

/** One look into the mailbox, whatever it speaks. */
final class MailboxLook {

  private MailboxLook() {}

  /** Removes each message when the taker has answered; if the taker throws, the look ends. */
  static Poll take(BouncesConfig.Mailbox config, LeftMessages left, Taker taker)
      throws MessagingException, IOException {
    try (Store store = MailboxSession.connect(config)) {
      return switch (config.protocol()) {
        case IMAP -> new ImapLook(store, config).take(taker);
        case POP3 -> new Pop3Look(store, config, left).take(taker);
      };
    }
  }
}
