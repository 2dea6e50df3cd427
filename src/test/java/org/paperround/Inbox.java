package org.paperround;

import io.quarkus.arc.Arc;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.paperround.dev.EmbeddedInbox;

/** What arrived over SMTP, by address. */
public final class Inbox {

  private Inbox() {}

  /** The text parts of all mails to an address, oldest first. */
  public static List<String> to(String address) {
    List<String> texts = new ArrayList<>();
    try {
      for (MimeMessage mail : Arc.container().instance(EmbeddedInbox.class).get().mails()) {
        if (mail.getHeader("To", ",").equals(address)) {
          texts.add(text(mail));
        }
      }
      return texts;
    } catch (MessagingException | IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The tokens of all links to a kind of page in the mails to an address, oldest first. */
  public static List<String> linksTo(String address, String page) {
    Pattern link = Pattern.compile("http://localhost:8081/" + page + "/([A-Za-z0-9._~-]+)");
    return to(address).stream()
        .flatMap(text -> link.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return String.valueOf(part.getContent());
    }
    Multipart parts = (Multipart) part.getContent();
    return text(parts.getBodyPart(0));
  }
}
