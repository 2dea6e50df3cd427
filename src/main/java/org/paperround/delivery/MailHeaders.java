package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.paperround.base.EmailAddress;
import org.paperround.delivery.config.DeliveryConfig;
import org.paperround.delivery.config.SenderIdentity;
import org.paperround.delivery.smtp.BulkMail;
import org.paperround.delivery.smtp.HeaderText;
import org.paperround.delivery.smtp.RelayMail;

/** Writes the headers of a mail: those every mail has, those of its lane, and its renderer's. */
@ApplicationScoped
class MailHeaders {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final SenderIdentity identity;
  private final DeliveryConfig config;
  private final EnvelopeSender envelopeSender;

  MailHeaders(SenderIdentity identity, DeliveryConfig config, EnvelopeSender envelopeSender) {
    this.identity = identity;
    this.config = config;
    this.envelopeSender = envelopeSender;
  }

  /** A mail somebody waits for, as it goes to the relay. */
  RelayMail compose(ClaimedMail mail, EmailAddress to, MailContent content) {
    return new RelayMail(
        envelopeSender.of(mail.id()),
        to,
        headers(mail, to, content.subject(), content.headers()),
        content.text(),
        content.html());
  }

  /** One of many, as it goes to the relay. */
  BulkMail compose(ClaimedMail mail, EmailAddress to, BulkContent content) {
    return new BulkMail(
        envelopeSender.of(mail.id()),
        to,
        headers(mail, to, content.subject(), content.headers()),
        content.text(),
        content.html());
  }

  private Map<String, String> headers(
      ClaimedMail mail, EmailAddress to, String subject, Map<String, String> rendered) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Date", DATE.format(mail.queuedAt().atOffset(ZoneOffset.UTC)));
    headers.put("From", HeaderText.mailbox("From", identity.name(), identity.address().toString()));
    headers.put("To", HeaderText.structured("To", to.toString()));
    config
        .replyTo()
        .map(EmailAddress::parse)
        .ifPresent(replyTo -> headers.put("Reply-To", replyTo.toString()));
    headers.put("Subject", HeaderText.unstructured("Subject", subject));
    headers.put("Message-ID", mail.messageId());
    // RFC 3834: keeps vacation notices and other robots from answering.
    headers.put("Auto-Submitted", "auto-generated");
    if (mail.lane() == Lane.BULK) {
      bulk(headers);
    }
    rendered.forEach((name, value) -> headers.put(name, rendered(name, value)));
    return headers;
  }

  private void bulk(Map<String, String> headers) {
    headers.put("Precedence", "bulk");
    headers.put("List-Id", listId(identity.domain()));
    // For the statistics of Gmail: campaign, customer, kind of mail, and last who sends.
    headers.put("Feedback-ID", "edition:paperround:digest:paperround");
  }

  private static String listId(String domain) {
    return HeaderText.structured("List-Id", "Paperround <paperround." + domain + ">");
  }

  private static String rendered(String name, String value) {
    return HeaderText.isPlain(HeaderText.clean(value))
        ? HeaderText.structured(name, value)
        : HeaderText.unstructured(name, value);
  }
}
