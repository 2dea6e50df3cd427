package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.paperround.base.EmailAddress;

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

  /** The mail as it goes to the relay. */
  RelayMail compose(OnTheWire mail, MailContent content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Date", DATE.format(mail.queuedAt().atOffset(ZoneOffset.UTC)));
    headers.put("From", HeaderText.mailbox("From", identity.name(), identity.address().toString()));
    headers.put("To", HeaderText.structured("To", mail.to().toString()));
    config
        .replyTo()
        .map(EmailAddress::parse)
        .ifPresent(to -> headers.put("Reply-To", to.toString()));
    headers.put("Subject", HeaderText.unstructured("Subject", content.subject()));
    headers.put("Message-ID", mail.messageId());
    // RFC 3834: keeps vacation notices and other robots from answering.
    headers.put("Auto-Submitted", "auto-generated");
    if (mail.kind().lane() == Lane.BULK) {
      bulk(headers);
    }
    content.headers().forEach((name, value) -> headers.put(name, rendered(name, value)));
    return new RelayMail(
        envelopeSender.of(mail.id()), mail.to(), headers, content.text(), content.html());
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
