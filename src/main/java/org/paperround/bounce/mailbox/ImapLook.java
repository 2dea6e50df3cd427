package org.paperround.bounce.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.Receipt.Outcome;

/** One look into a mailbox over IMAP. What nobody can read moves to a folder of its own. */
final class ImapLook {

  private final Store store;
  private final BouncesConfig.Mailbox config;

  ImapLook(Store store, BouncesConfig.Mailbox config) {
    this.store = store;
    this.config = config;
  }

  Poll take(Taker taker) throws MessagingException, IOException {
    Folder folder = store.getFolder(config.folder());
    folder.open(Folder.READ_WRITE);
    try {
      int count = Math.min(folder.getMessageCount(), config.mostPerPoll());
      if (count == 0) {
        return new Poll(0, 0);
      }
      List<Message> done = new ArrayList<>();
      int putAside = 0;
      for (Message message : folder.getMessages(1, count)) {
        Optional<byte[]> raw = RawMessage.of(message);
        if (raw.isEmpty() || taker.take(raw.get()) == Outcome.UNREADABLE) {
          // Copied before it is deleted: at worst it is there twice.
          folder.copyMessages(new Message[] {message}, quarantine());
          putAside++;
        }
        message.setFlag(Flags.Flag.DELETED, true);
        done.add(message);
      }
      expunge(folder, done);
      return new Poll(done.size() - putAside, putAside);
    } finally {
      if (folder.isOpen()) {
        folder.close(false);
      }
    }
  }

  private Folder quarantine() throws MessagingException {
    Folder folder = store.getFolder(config.quarantine());
    if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("The quarantine folder cannot be made");
    }
    return folder;
  }

  private void expunge(Folder folder, List<Message> done) throws MessagingException {
    boolean one = store instanceof IMAPStore imap && imap.hasCapability("UIDPLUS");
    if (one && folder instanceof IMAPFolder imap) {
      // RFC 4315: not what somebody else has marked.
      imap.expunge(done.toArray(Message[]::new));
    } else {
      folder.expunge();
    }
  }
}
