package org.paperround.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.paperround.base.EmailAddress;

/** Makes claimed mails ready for the wire: has them rendered and writes their headers. */
@ApplicationScoped
class ReadyMails {

  private static final Logger LOG = Logger.getLogger(ReadyMails.class);

  private final Renderers renderers;
  private final MailHeaders headers;

  ReadyMails(Renderers renderers, MailHeaders headers) {
    this.renderers = renderers;
    this.headers = headers;
  }

  /** In the same order. A mail that cannot be rendered, or need not be, says so and is kept. */
  List<ReadyMail> prepare(List<ClaimedMail> mails) {
    Map<MailKind, Map<Long, BulkContent>> bulk = new EnumMap<>(MailKind.class);
    mails.stream()
        .filter(mail -> mail.lane() == Lane.BULK)
        .collect(Collectors.groupingBy(ClaimedMail::kind))
        .forEach((kind, some) -> bulk.put(kind, renderedTogether(kind, some)));
    List<ReadyMail> ready = new ArrayList<>();
    for (ClaimedMail mail : mails) {
      BulkContent content = bulk.getOrDefault(mail.kind(), Map.of()).get(mail.reference());
      ready.add(prepare(mail, content));
    }
    return ready;
  }

  /** Empty where one of them cannot be rendered: then each is tried alone. */
  private Map<Long, BulkContent> renderedTogether(MailKind kind, List<ClaimedMail> mails) {
    try {
      return renderers.render(kind, mails.stream().map(ClaimedMail::reference).toList());
    } catch (RuntimeException unrenderable) {
      LOG.debug("One of these mails cannot be rendered", unrenderable);
      return Map.of();
    }
  }

  private ReadyMail prepare(ClaimedMail mail, @Nullable BulkContent content) {
    EmailAddress to = mail.to();
    if (to == null) {
      return ReadyMail.gone(mail);
    }
    try {
      return switch (mail.lane()) {
        case BULK -> bulk(mail, to, content);
        case TRANSACTIONAL -> transactional(mail, to);
      };
    } catch (RuntimeException unrenderable) {
      LOG.errorf(unrenderable, "Mail %d cannot be rendered", mail.id());
      return ReadyMail.broken(mail, String.valueOf(unrenderable.getMessage()));
    }
  }

  private ReadyMail bulk(ClaimedMail mail, EmailAddress to, @Nullable BulkContent together) {
    BulkContent content =
        together != null
            ? together
            : renderers.render(mail.kind(), List.of(mail.reference())).get(mail.reference());
    return content == null
        ? ReadyMail.gone(mail)
        : ReadyMail.of(mail, headers.compose(mail, to, content));
  }

  private ReadyMail transactional(ClaimedMail mail, EmailAddress to) {
    MailContent content = renderers.render(mail.kind(), mail.reference());
    return content == null
        ? ReadyMail.gone(mail)
        : ReadyMail.of(mail, headers.compose(mail, to, content));
  }
}
