package org.paperround.bounce.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Locale;
import java.util.Properties;
import org.paperround.bounce.BouncesConfig;
import org.paperround.bounce.BouncesConfig.Security;

/** Connects to the mailbox, with an end to every wait. */
final class MailboxSession {

  private MailboxSession() {}

  static Store connect(BouncesConfig.Mailbox config) throws MessagingException {
    boolean tls = config.security() == Security.TLS;
    String protocol = config.protocol().name().toLowerCase(Locale.ROOT) + (tls ? "s" : "");
    String prefix = "mail." + protocol + ".";
    String millis = Long.toString(config.answerWithin().toMillis());
    Properties settings = new Properties();
    settings.setProperty(prefix + "connectiontimeout", millis);
    settings.setProperty(prefix + "timeout", millis);
    settings.setProperty(prefix + "writetimeout", millis);
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (config.security() == Security.STARTTLS) {
      settings.setProperty(prefix + "starttls.enable", "true");
      settings.setProperty(prefix + "starttls.required", "true");
    }
    // A message is looked at whole or not at all.
    settings.setProperty(prefix + "partialfetch", "false");
    Store store = Session.getInstance(settings).getStore(protocol);
    try {
      store.connect(
          config.host().orElseThrow(() -> new MessagingException("No mailbox host is set")),
          config.port().orElse(-1),
          config.user().orElse(""),
          config.password().orElse(""));
      return store;
    } catch (MessagingException refused) {
      store.close();
      throw refused;
    }
  }
}
