package org.paperround.delivery;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.ServiceConfig;

/** Renders the mails to the operator. */
@ApplicationScoped
class OperatorAlertRenderer implements MailRenderer {

  private static final Duration TROUBLE_BEGAN = Duration.ofHours(1);

  private final EntityManager entities;
  private final ServiceConfig service;

  OperatorAlertRenderer(EntityManager entities, ServiceConfig service) {
    this.entities = entities;
    this.service = service;
  }

  @Override
  public Set<MailKind> kinds() {
    return Set.of(MailKind.OPERATOR_ALERT);
  }

  @Override
  @Transactional
  public @Nullable MailContent render(long reference) {
    OperatorAlert alert = entities.find(OperatorAlert.class, reference);
    if (alert == null) {
      return null;
    }
    OperatorAlertView view =
        new OperatorAlertView(
            alert.about,
            alert.reason,
            service.url("/"),
            alert.raisedAt,
            alert.raisedAt.minus(TROUBLE_BEGAN),
            service.postalAddress());
    String subject =
        switch (alert.kind) {
          case PAUSED -> "Paperround stopped sending digests";
          case SOURCE -> "Paperround gets no papers from " + alert.about;
        };
    return new MailContent(
        subject,
        print(alert.kind, view, Variant.TEXT_PLAIN),
        print(alert.kind, view, Variant.TEXT_HTML),
        Map.of());
  }

  private static String print(
      OperatorAlerts.Kind kind, OperatorAlertView view, String contentType) {
    TemplateInstance mail =
        switch (kind) {
          case PAUSED -> OperatorMails.paused(view);
          case SOURCE -> OperatorMails.source(view);
        };
    return mail.setVariant(Variant.forContentType(contentType)).render();
  }
}
