package org.paperround.subscription;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The twin templates of the transactional mails, {@code .html} and {@code .txt}. */
@CheckedTemplate(basePath = "SubscriptionMails")
class SubscriptionMails {

  static native TemplateInstance confirmation(ConfirmationView mail);

  static native TemplateInstance preferencesLink(PreferencesLinkView mail);
}
