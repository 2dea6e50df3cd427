package org.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paperround.base.ServiceConfig;
import org.paperround.base.SignedToken.Purpose;
import org.paperround.base.SignedTokens;
import org.paperround.delivery.MailContent;
import org.paperround.delivery.MailKind;
import org.paperround.delivery.MailRenderer;

/** Renders the transactional mails from the sign-up that asked for them. */
@ApplicationScoped
class SubscriptionMailRenderer implements MailRenderer {

  private final SignUpRepository signUps;
  private final PreferencesLinks links;
  private final SignedTokens tokens;
  private final SubscriptionConfig config;
  private final ServiceConfig service;

  SubscriptionMailRenderer(
      SignUpRepository signUps,
      PreferencesLinks links,
      SignedTokens tokens,
      SubscriptionConfig config,
      ServiceConfig service) {
    this.signUps = signUps;
    this.links = links;
    this.tokens = tokens;
    this.config = config;
    this.service = service;
  }

  @Override
  public Set<MailKind> kinds() {
    return EnumSet.of(MailKind.CONFIRMATION, MailKind.PREFERENCES_LINK);
  }

  @Override
  @Transactional
  public @Nullable MailContent render(long reference) {
    SignUp signUp = signUps.findById(reference);
    TransactionalMail mail = signUp == null ? null : mail(signUp);
    return mail == null
        ? null
        : new MailContent(mail.subject(), mail.text(), mail.html(), Map.of());
  }

  private @Nullable TransactionalMail mail(SignUp signUp) {
    return switch (signUp.answer) {
      case CONFIRMATION -> {
        Instant expiresAt = signUp.askedAt.plus(config.confirmationValidFor());
        String token = tokens.sign(Purpose.CONFIRMATION, signUp.id, expiresAt);
        yield TransactionalMail.confirmation(
            new ConfirmationView(
                service.url("/confirm/" + token),
                Math.toIntExact(config.confirmationValidFor().toDays()),
                service.postalAddress()));
      }
      case PREFERENCES_LINK ->
          signUp.subscriptionId == null
              ? null
              : TransactionalMail.preferencesLink(
                  new PreferencesLinkView(
                      links.preferences(signUp.subscriptionId, signUp.askedAt),
                      Math.toIntExact(config.preferencesValidFor().toDays()),
                      service.postalAddress()));
      case OPEN, SILENCE -> null;
    };
  }
}
