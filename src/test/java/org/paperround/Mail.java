package org.paperround;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;

/** A mail as it arrived. */
public record Mail(MimeMessage message, String text, String html) {

  static Mail of(MimeMessage message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return new Mail(message, content(parts.getBodyPart(0)), content(parts.getBodyPart(1)));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String content(Part part) throws MessagingException, IOException {
    return (String) part.getContent();
  }

  /** A header that is there once. */
  public String header(String name) {
    try {
      String[] values = message.getHeader(name);
      return values != null && values.length == 1 ? values[0] : "not once";
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  public String subject() {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
