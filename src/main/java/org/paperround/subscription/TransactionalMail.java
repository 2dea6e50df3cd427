package org.paperround.subscription;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.util.function.Supplier;

/** A mail sent once, at once, because its reader just asked for it. Both parts say the same. */
record TransactionalMail(String subject, String text, String html) {

  /** Asks the owner of an address whether they want to subscribe. */
  static TransactionalMail confirmation(ConfirmationView view) {
    return print(
        "Confirm your subscription to Paperround", () -> SubscriptionMails.confirmation(view));
  }

  /** Brings a link to the preferences of a subscription there is. */
  static TransactionalMail preferencesLink(PreferencesLinkView view) {
    return print("Your Paperround preferences", () -> SubscriptionMails.preferencesLink(view));
  }

  private static TransactionalMail print(String subject, Supplier<TemplateInstance> template) {
    return new TransactionalMail(
        subject,
        render(template.get(), Variant.TEXT_PLAIN),
        render(template.get(), Variant.TEXT_HTML));
  }

  private static String render(TemplateInstance template, String contentType) {
    return template.setVariant(Variant.forContentType(contentType)).render();
  }
}
