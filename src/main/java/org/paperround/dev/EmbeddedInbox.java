package org.paperround.dev;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A real SMTP server inside the process, on the port the mailer sends to, so that every mail of dev
 * mode and of the tests went over a socket. Everything is kept in memory.
 */
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
public class EmbeddedInbox {

  private final GreenMail server;

  EmbeddedInbox(@ConfigProperty(name = "paperround.dev.inbox-port") int port) {
    this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  void start(@Observes @Priority(1) StartupEvent event) {
    server.start();
  }

  @PreDestroy
  void stop() {
    server.stop();
  }

  /** Every mail that arrived, oldest first. */
  public List<MimeMessage> mails() {
    return List.of(server.getReceivedMessages());
  }

  /** Empties the inbox. */
  public void clear() throws com.icegreen.greenmail.store.FolderException {
    server.purgeEmailFromAllMailboxes();
  }
}
