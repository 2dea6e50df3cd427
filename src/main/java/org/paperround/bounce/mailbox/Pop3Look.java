package org.paperround.bounce.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.Receipt.Outcome;

/**
 * One look into a mailbox over POP3. There is no folder to move to: what nobody can read stays, and
 * is remembered by its unique id (RFC 1939, 7).
 */
final class Pop3Look {

  private final Store store;
  private final BouncesConfig.Mailbox config;
  private final LeftMessages left;

  Pop3Look(Store store, BouncesConfig.Mailbox config, LeftMessages left) {
    this.store = store;
    this.config = config;
    this.left = left;
  }

  Poll take(Taker taker) throws MessagingException, IOException {
    POP3Folder folder = (POP3Folder) store.getFolder("INBOX");
    folder.open(Folder.READ_WRITE);
    boolean complete = false;
    try {
      Poll poll = take(folder, taker);
      complete = true;
      return poll;
    } finally {
      // Only now does the server delete what is marked, at QUIT (RFC 1939, 6).
      folder.close(complete);
    }
  }

  private Poll take(POP3Folder folder, Taker taker) throws MessagingException, IOException {
    Message[] messages = folder.getMessages();
    FetchProfile uids = new FetchProfile();
    uids.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(messages, uids);
    String mailbox = config.user().orElse("") + "@" + config.host().orElse("");
    Set<String> leftBefore = left.of(mailbox);
    Set<String> present = new HashSet<>();
    int taken = 0;
    int putAside = 0;
    for (Message message : messages) {
      String uid = String.valueOf(folder.getUID(message));
      present.add(uid);
      if (leftBefore.contains(uid) || taken + putAside >= config.mostPerPoll()) {
        continue;
      }
      Optional<byte[]> raw = RawMessage.of(message);
      if (raw.isEmpty() || taker.take(raw.get()) == Outcome.UNREADABLE) {
        left.remember(mailbox, uid);
        putAside++;
      } else {
        message.setFlag(Flags.Flag.DELETED, true);
        taken++;
      }
    }
    left.forgetAllBut(mailbox, present);
    return new Poll(taken, putAside);
  }
}
